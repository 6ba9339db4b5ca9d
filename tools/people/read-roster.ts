/** Reads a roster file, CSV or XLSX, into rows; what cannot be taken in is named with its line. */
import { readCsv, type TableRow } from '#tools/catalogs/exchange/read-csv.ts';
import { readXlsx } from '#tools/catalogs/exchange/read-xlsx.ts';
import { RosterFault } from './roster-fault.ts';
import { isRejected, readRosterRow, type RejectedRow, type RosterRow } from './roster-row.ts';

export interface Roster {
  readonly rows: readonly RosterRow[];
  readonly rejected: readonly RejectedRow[];
}

type Column = 'id' | 'name' | 'department' | 'roles';

const headings: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', '编号', '工号', '人员编号', '账号', 'userid'],
  name: ['name', '姓名', '名字'],
  department: ['department', '部门', '所在部门', '单位'],
  roles: ['roles', 'role', '角色', '身份'],
};

export async function readRoster(bytes: Uint8Array): Promise<Roster> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return readRosterTable(isWorkbook ? await readXlsx(bytes) : readCsv(bytes));
}

/** The first row holds the headings. */
export function readRosterTable([heading, ...lines]: readonly TableRow[]): Roster {
  const places = heading && columnsOf(heading.cells);
  if (!places) throw new RosterFault(`第一行要有 ${Object.keys(headings).join('、')} 这几列。`);
  const read = lines
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }: TableRow) => {
      const cell = (column: Column): string => (cells[places[column]] ?? '').trim();
      return readRosterRow(row, {
        id: cell('id'),
        name: cell('name'),
        department: cell('department'),
        roles: cell('roles'),
      });
    });
  return { rows: read.flatMap((row) => (isRejected(row) ? [] : [row])), rejected: read.filter(isRejected) };
}

function columnsOf(cells: readonly string[]): Readonly<Record<Column, number>> | null {
  const folded = cells.map((cell) => cell.normalize('NFKC').trim().toLowerCase());
  const at = (column: Column): number => folded.findIndex((cell) => headings[column].includes(cell));
  const places = { id: at('id'), name: at('name'), department: at('department'), roles: at('roles') };
  return Object.values(places).includes(-1) ? null : places;
}
