import exceljs from 'exceljs'

/** A workbook with the head of the lead form and rows "Visitor 1" … with real dates and phones as text. */
export async function workbookOfLeads(rows: number, t: (en: string, zh: string) => string): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Leads')
  sheet.addRow([
    t('Contact name', '联系人'),
    t('Company', '公司名称'),
    t('Phone', '手机'),
    t('Next follow-up', '下次跟进日期'),
  ])
  for (let row = 1; row <= rows; row += 1)
    sheet.addRow([
      `Visitor ${row}`,
      `华东公司 ${row % 97}`,
      `0${row.toString().padStart(10, '0')}`,
      new Date(Date.UTC(2027, 0, 1 + (row % 365))),
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}
