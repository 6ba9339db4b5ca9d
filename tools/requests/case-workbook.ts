/** A case record as a workbook of one sheet that prints on one page. */
import exceljs from 'exceljs';
import type { CaseRecord } from './case-record.ts';

const wrap = { wrapText: true, vertical: 'top' } as const;

/** A cell that begins like a formula stays text: exceljs writes strings as strings, programs that import CSV do not matter here. */
export async function caseWorkbook({ title, facts, events, receipts, printedAt }: CaseRecord): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('办理记录', {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
  sheet.columns = [8, 18, 18, 26, 26, 40].map((width) => ({ width }));
  const heading = (text: string): void => {
    const added = sheet.addRow([text]);
    sheet.mergeCells(added.number, 1, added.number, 6);
    added.font = { bold: true, size: 13 };
  };
  heading(title);
  for (const [label, value] of facts) {
    const { number } = sheet.addRow([label, '', value]);
    sheet.mergeCells(number, 1, number, 2);
    sheet.mergeCells(number, 3, number, 6);
  }
  heading('办理经过');
  sheet.addRow(['序号', '时间', '事项', '办理人', '依据', '内容']).font = { bold: true };
  for (const { number, at, what, who, article, said } of events) sheet.addRow([number, at, what, who, article, said]);
  heading('期限');
  for (const receipt of receipts) {
    const { number } = sheet.addRow([receipt]);
    sheet.mergeCells(number, 1, number, 6);
    // Merged cells do not grow by themselves.
    sheet.getRow(number).height = 15 * (receipt.split('\n').length + 2);
  }
  sheet.addRow([`打印时间:${printedAt}`]);
  sheet.eachRow((row) => {
    row.alignment = wrap;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
