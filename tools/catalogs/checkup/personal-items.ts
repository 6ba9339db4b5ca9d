/** Personal or sensitive items in data that anybody gets: shared or opened without any condition. */
import type { CheckRule, Remark } from './finding.ts';
import { measures } from './finding.ts';

/** Names of items that can hardly be anything but personal. */
const surelyPersonal = /身份证|公民身份号码|护照号|手机号|家庭住址|家庭地址|银行卡号|银行账号|病历/u;

export const personalItems: CheckRule = {
  name: 'personal-items-openly-shared',
  check: ({ content: { items, sharingType, openingType, openingMethods } }) => {
    const marked = items.filter(({ personal, sensitive }) => personal || sensitive);
    const likely = items.filter(
      ({ name, personal, sensitive }) => !personal && !sensitive && surelyPersonal.test(name),
    );
    const named = [...marked, ...likely].map(({ name }) => name);
    if (named.length === 0) return [];
    const listed = `${named.slice(0, 4).join('、')}${named.length > 4 ? '等' : ''}`;
    const remarks: Remark[] = [];
    // “对于涉及国家、单位、团体敏感信息和个人隐私信息的数据,应不予开放或进行脱敏处理后开放”.
    if (openingType === 'unconditional' && !openingMethods.includes('desensitised'))
      remarks.push({
        text: `无条件开放,但含有个人或敏感信息项(${listed})`,
        clause: measures('第二十四条第三款'),
        fix: { field: 'openingType', suggestion: '改为不予开放,或者脱敏后开放。', value: 'withheld' },
      });
    if (sharingType === 'unconditional')
      remarks.push({
        text: `无条件共享,但含有个人或敏感信息项(${listed})`,
        clause: measures('第二十一条第二款'),
        fix: {
          field: 'sharingType',
          suggestion: '按最小够用原则改为有条件共享,优先用结果核验。',
          value: 'conditional',
        },
      });
    return remarks;
  },
};
