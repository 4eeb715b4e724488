import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '../../environment/use-renderer.ts'
import { valueAt, type Column } from '../column-of-path.ts'
import { tile, type Box } from './block.ts'
import { cellHold } from './cell-hold.ts'
import type { CellsProps, RowOfTexts, RowOfValues } from './cells-props.ts'
import type { blockTexts } from './block-texts.ts'
import { htmlOf, readClipboard, tsvOf } from './clipboard-block.ts'
import { useLate } from './use-late.ts'

export interface CellBlockOptions {
  readonly form: string
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly cells?: CellsProps | undefined
}

export interface CellBlock {
  /** Loads what writes values as text. */
  readonly warm: () => void
  readonly copy: (box: Box, data: DataTransfer) => void
  readonly paste: (box: Box, data: DataTransfer) => void
  readonly empty: (box: Box) => void
  /** The values of some rows over all rows of a box. */
  readonly fillDown: (source: Box, box: Box) => void
  /** The first column over the others. */
  readonly fillRight: (box: Box) => void
}

/** What lies in a list, and which of it can be changed. */
interface Laid {
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly isOpen: (record: RecordAnswer, column: Column) => boolean
}

type BlockTexts = { readonly blockTexts: typeof blockTexts }

type ValueOf = (row: number, column: Column) => JsonValue

/** Lines of text over the cells of a box that can be changed. */
function textsOver(laid: Laid, box: Box, lines: readonly (readonly string[])[]): RowOfTexts[] {
  return lines.flatMap((line, at): RowOfTexts[] => {
    const record = laid.rows[box.top + at]
    if (record === undefined) return []
    const entries = line.flatMap((text, position): [string, string][] => {
      const column = laid.columns[box.left + position]
      return column === undefined || !laid.isOpen(record, column) ? [] : [[column.path, text]]
    })
    return entries.length === 0 ? [] : [{ record, texts: Object.fromEntries(entries) }]
  })
}

/** Columns of a box for which there is text, but of which a cell cannot be changed. */
function leftOutOf(laid: Laid, box: Box, lines: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length))
  const records = laid.rows.slice(box.top, box.top + lines.length)
  return laid.columns
    .slice(box.left, box.left + width)
    .filter((column) => records.some((record) => !laid.isOpen(record, column)))
    .map(({ label }) => label)
}

function valuesOver(laid: Laid, box: Box, valueOf: ValueOf): RowOfValues[] {
  return laid.rows.slice(box.top, box.bottom + 1).flatMap((record, at): RowOfValues[] => {
    const entries = laid.columns
      .slice(box.left, box.right + 1)
      .flatMap((column): [string, JsonValue][] =>
        laid.isOpen(record, column) ? [[column.path, valueOf(at, column)]] : [],
      )
    return entries.length === 0 ? [] : [{ record, values: Object.fromEntries(entries) }]
  })
}

/** What is done to a block of cells at once. */
export function useCellBlock({ form, rows, columns, cells }: CellBlockOptions): CellBlock {
  const renderer = useRenderer()
  const { rights } = renderer
  const laid: Laid = {
    rows,
    columns,
    isOpen: (record, column) => cellHold(column, record, rights[form]) === null,
  }
  const columnsIn = ({ left, right }: Box) => columns.slice(left, right + 1)
  const late = useLate(() => import('./block-texts.ts'))
  const textsIn = ({ blockTexts }: BlockTexts, box: Box) =>
    blockTexts(rows.slice(box.top, box.bottom + 1), columnsIn(box), renderer)
  const write = (box: Box, lines: readonly (readonly string[])[]) =>
    cells?.paste(
      textsOver(laid, box, lines),
      Math.max(0, box.top + lines.length - rows.length),
      leftOutOf(laid, box, lines),
    )
  const change = (box: Box, valueOf: ValueOf, way: 'cell' | 'fill') => {
    const found = valuesOver(laid, box, valueOf)
    if (found.length > 0) cells?.change(found, way)
  }
  return {
    warm: late.warm,
    copy: (box, data) => {
      const writer = late.here()
      // The clipboard takes only what is there at once: copied anew as soon as it can be written.
      if (writer === null) return late.use(() => document.execCommand('copy'))
      const copied = textsIn(writer, box)
      data.setData('text/plain', tsvOf(copied))
      data.setData('text/html', htmlOf(copied))
      cells?.onCopied?.(copied.length * (copied[0]?.length ?? 0))
    },
    paste: (box, data) => {
      const read = readClipboard({ text: data.getData('text/plain'), html: data.getData('text/html') })
      write(box, tile(read, box))
    },
    empty: (box) => change(box, () => null, 'cell'),
    fillDown: (source, box) => {
      const height = source.bottom - source.top + 1
      const below = { ...box, top: source.bottom + 1 }
      change(
        below,
        (at, { path }) => {
          const from = rows[source.top + (at % height)]
          return from === undefined ? null : valueAt(from, path)
        },
        'fill',
      )
    },
    fillRight: (box) =>
      late.use((writer) => {
        const first = textsIn(writer, { ...box, right: box.left })
        const lines = first.map(([text = '']) => Array<string>(box.right - box.left).fill(text))
        write({ ...box, left: box.left + 1 }, lines)
      }),
  }
}
