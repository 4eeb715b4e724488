import { unguardFormula, writeCell, type FieldValue } from '@pipewright/compiler'
import type { RecordAnswer } from '@pipewright/contract'
import type { Renderer } from '../../environment/use-renderer.ts'
import { valueAt, type Column } from '../column-of-path.ts'

type Reader = Pick<Renderer, 'index' | 'locale' | 'zone' | 'titles'>

/** Cells as text that a spreadsheet reads, a line per record. */
export function blockTexts(
  records: readonly RecordAnswer[],
  columns: readonly Column[],
  { index, locale, zone, titles }: Reader,
): string[][] {
  return records.map((record) => {
    const titleOf = (id: string) => record.titles[id] ?? titles.find(id) ?? ''
    const writing = { locale, zone, optionsOf: index.options, shown: index.shown, titleOf }
    return columns.map(({ field, path }) => {
      const value = valueAt(record, path)
      return value === null ? '' : unguardFormula(writeCell(field, value as FieldValue, writing))
    })
  })
}
