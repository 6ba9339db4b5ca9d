/** What is worth a look in entries that can be imported: the slips that catalogs in spreadsheets are known for. */
import { formatMisfit } from '../format-fit.ts';
import { nameIsSystem } from '../name-is-system.ts';
import type { RowNote } from './raw-row.ts';
import type { ReadEntry } from './read-entry.ts';

export function remarksOn(entries: readonly ReadEntry[]): readonly RowNote[] {
  const notes: RowNote[] = [];
  const note = (row: number, reason: string): void => void notes.push({ row, reason });
  let before: ReadEntry | undefined;
  for (const entry of entries) {
    const { row, content } = entry;
    if (nameIsSystem(content.name)) note(row, `名称“${content.name}”像是系统名称,目录名称应说明数据内容`);
    if (content.formatCategory === null && content.formatType !== null)
      note(row, `信息资源格式“${content.formatType}”无法归类,已照原样记为格式类型`);
    const misfit = formatMisfit(content);
    if (misfit !== null) note(row, misfit);
    if (content.sharingType === 'conditional' && content.sharingBasis === null)
      note(row, '有条件共享,但没有写共享条件');
    if (content.sharingType === 'withheld' && content.sharingBasis === null) note(row, '不予共享,但没有写依据');
    if (before && draggedFrom(before.content.name, content.name))
      note(row, `名称与上一条只差末尾数字(“${before.content.name}”),可能是下拉填充造成的`);
    before = entry;
  }
  return notes;
}

/** 信息1 → 信息2: what a spreadsheet does when a cell is dragged down. Years are named so on purpose. */
function draggedFrom(before: string, name: string): boolean {
  const [, stem, number] = /^(.*?\D)(\d{1,3})$/u.exec(before) ?? [];
  const [, nextStem, next] = /^(.*?\D)(\d{1,3})$/u.exec(name) ?? [];
  return stem !== undefined && stem === nextStem && Number(next) === Number(number) + 1;
}
