/** Conditional sharing or opening without its condition, withholding without its basis. */
import type { CheckRule, Remark } from './finding.ts';
import { measures } from './finding.ts';

const empty = (text: string | null): boolean => text === null || text.trim() === '';

export const missingCondition: CheckRule = {
  name: 'conditional-without-condition',
  check: ({ content: { sharingType, sharingBasis, openingType, openingBasis } }) => {
    const remarks: Remark[] = [];
    // 第二十二条第一款: “在特定条件下可以提供给政务部门共享使用的政务数据属于有条件共享类”.
    if (sharingType === 'conditional' && empty(sharingBasis))
      remarks.push({
        text: '有条件共享,但没有写明共享条件',
        clause: measures('第二十二条第一款'),
        fix: {
          field: 'sharingBasis',
          suggestion: '写明在什么条件下、用于什么业务可以共享;没有条件的,改为无条件共享。',
        },
      });
    if (openingType === 'conditional' && empty(openingBasis))
      remarks.push({
        text: '有条件开放,但没有写明开放条件',
        clause: measures('第二十四条第一款'),
        fix: { field: 'openingBasis', suggestion: '写明开放的条件,以及授权使用、核验、查询、脱敏等方式。' },
      });
    return remarks;
  },
};

export const missingBasis: CheckRule = {
  name: 'withheld-without-basis',
  check: ({ content: { sharingType, sharingBasis, openingType, openingBasis } }) => {
    const remarks: Remark[] = [];
    // “以共享为原则、不共享为例外”; higher law asks for a law, administrative regulation or State Council decision.
    if (sharingType === 'withheld' && empty(sharingBasis))
      remarks.push({
        text: '不予共享,但没有写明依据;共享是原则,不共享是例外',
        clause: measures('第二十一条第一款'),
        fix: {
          field: 'sharingBasis',
          suggestion: '写明所依据的法律、行政法规或者国务院决定的名称和条款;没有依据的,改为有条件共享。',
        },
      });
    if (openingType === 'withheld' && empty(openingBasis))
      remarks.push({
        text: '不予开放,但没有写明依据',
        clause: measures('第二十四条第三款'),
        fix: { field: 'openingBasis', suggestion: '写明涉及哪类敏感信息或个人隐私,以及所依据的规定。' },
      });
    return remarks;
  },
};
