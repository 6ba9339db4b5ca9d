/** A publication in a few lines: what is in it, and what is not. */
import { type Consolidation, totalsOf } from './consolidation.ts';
import { listKinds, listNames } from './stage-names.ts';

const named = 8;

export function publicationRemarks(consolidation: Consolidation): readonly string[] {
  const totals = totalsOf(consolidation);
  const same = listKinds.every((list) => consolidation.missing[list].join() === consolidation.missing.sharing.join());
  return listKinds.flatMap((list) => {
    const { departments, lines, added, changed, removed, late } = totals[list];
    // Who has handed in nothing at all is named once.
    const missing = same && list !== 'scenarios' ? [] : consolidation.missing[list];
    return [
      `${listNames[list]}:${departments} 个部门,${lines} 条(新增 ${added}、变更 ${changed}、撤出 ${removed}${late > 0 ? `,超期报送 ${late} 个部门` : ''})`,
      ...(missing.length > 0
        ? [
            `- 没有列入的 ${missing.length} 个部门:${missing.slice(0, named).join('、')}${missing.length > named ? '等' : ''}(未报送或未确认)`,
          ]
        : []),
    ];
  });
}
