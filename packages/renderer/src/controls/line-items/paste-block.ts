/** A block as spreadsheets put it on the clipboard: tabs between cells, lines between rows, quotes around line breaks. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  for (let position = 0; position < text.length; position += 1) {
    const character = text.charAt(position)
    if (quoted && character === '"' && text.charAt(position + 1) === '"') {
      cell += '"'
      position += 1
    } else if (quoted) {
      if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell === '') quoted = true
    else if (character === '\t') endCell()
    else if (character === '\n') {
      endCell()
      rows.push(row)
      row = []
    } else if (character !== '\r') cell += character
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}

/** Whether pasted text is a block of cells rather than the text of one. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''))
