/** A name that names a system, and a format that does not fit its type or the way it is given. */
import { formatMisfit } from '../format-fit.ts';
import { nameIsSystem } from '../name-is-system.ts';
import { type CheckRule, measures } from './finding.ts';

export const nameOfSystem: CheckRule = {
  name: 'name-is-a-system',
  check: ({ content: { name, systemName } }) =>
    nameIsSystem(name, systemName === null ? [] : [systemName])
      ? [
          {
            text: `名称“${name}”是系统的名称,看不出是什么数据`,
            clause: measures('第十六条第一款'),
            fix: { field: 'name', suggestion: '用数据的内容命名,例如“学校基本信息”;系统名称写在“来源”里。' },
          },
        ]
      : [],
};

export const formatMismatch: CheckRule = {
  name: 'format-mismatch',
  check: ({ content }) => {
    const misfit = formatMisfit(content);
    if (misfit === null) return [];
    const byForm = misfit.includes('资源类型');
    return [
      {
        text: misfit,
        clause: measures('第十六条第一款'),
        fix: byForm
          ? { field: 'form', suggestion: '文件类格式用“文件”方式提供,数据库用“库表”或“接口”方式提供。' }
          : { field: 'formatType', suggestion: '让格式分类与格式类型一致,例如“数据库”配 mysql,“电子表格”配 xlsx。' },
      },
    ];
  },
};
