import { cellNumber, type NumberStyle } from './cell-number.ts'
import { sheetText } from './sheet-text.ts'
import { tableLimits, type TableRow } from './table-row.ts'
import { Unreadable } from './unreadable.ts'
import type { XmlHandler } from './xml-reader.ts'

export interface SheetContext {
  readonly texts: readonly string[]
  readonly from1904: boolean
  styleOf(style: number): NumberStyle
}

/** The place of a column by its letters: A is 0. */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    index = index * 26 + (letter.codePointAt(0) ?? 0) - 64
  return index - 1
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
}

function cellText({ type, style, value }: OpenCell, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.texts[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return sheetText(value)
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
    case 'e':
      return value
    default:
      return value.trim() === '' ? '' : cellNumber(value, context.styleOf(style), context.from1904)
  }
}

/** Reads the rows of a sheet: shown texts, exact numbers, days, and of formulas what they last gave. */
export function sheetRows(context: SheetContext, take: (row: TableRow) => void): XmlHandler {
  let row = 0
  let cells: string[] = []
  let cell: OpenCell | undefined
  let last = -1
  let inValue = false
  function put(text: string, column: number): void {
    if (text === '') return
    if (column >= tableLimits.columns) throw new Unreadable('tooManyColumns', { limit: tableLimits.columns })
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
  return {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
        cells = []
        last = -1
      } else if (name === 'c') {
        const reference = attributes['r']
        last = reference === undefined ? last + 1 : columnIndex(reference)
        cell = { column: last, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' }
      }
      inValue = name === 'v' || name === 't'
    },
    text(text) {
      if (inValue && cell !== undefined) cell.value += text
    },
    close(name) {
      inValue = false
      if (name === 'c' && cell !== undefined) {
        put(cellText(cell, context), cell.column)
        cell = undefined
      } else if (name === 'row') take({ row, cells })
    },
  }
}
