/** In which encoding the text of a file was read, and whether somebody chose it; null of a workbook. */
export const importEncoding = [`alter table _import add read_as jsonb`]
