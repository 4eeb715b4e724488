import { guardFormula, type ResultRow } from '@pipewright/compiler'
import type { Locale } from '@pipewright/contract'
import type { PlannedExport, SharedTitles, Transacting } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { Cell, Sheet } from './export-cells.ts'
import { headersOf, rowsWriter } from './line-rows.ts'
import { pulled } from './pulled.ts'
import type { SheetFile } from './send-sheet.ts'

interface Batch {
  readonly rows: readonly ResultRow[]
  readonly titles: ReadonlyMap<string, string>
  readonly shared: SharedTitles
}

/** So many rows are handed on together. */
const perPortion = 1000

async function* batchesOf(
  on: Transacting,
  plan: PlannedExport,
  sheet: Sheet,
  wrote: (records: number) => void,
): AsyncGenerator<Cell[][]> {
  const write = rowsWriter(sheet)
  const batches = pulled<Batch>((take) =>
    plan.read(on, (rows, titles, shared) => take({ rows, titles, shared })),
  )
  for await (const { rows, titles, shared } of batches) {
    let portion: Cell[][] = []
    for (const row of rows) {
      for (const cells of write(row, titles, shared)) portion.push(cells)
      if (portion.length < perPortion) continue
      yield portion
      portion = []
    }
    wrote(rows.length)
    if (portion.length > 0) yield portion
  }
}

/** The table that a planned export makes, read as it is taken. */
export function exportSheet(
  on: Transacting,
  scene: Sheet['scene'],
  plan: PlannedExport,
  locale: Locale,
  wrote: (records: number) => void = () => undefined,
): Pick<SheetFile, 'headers' | 'batches'> {
  const sheet: Sheet = {
    columns: plan.columns,
    shape: plan.shape,
    scene,
    locale,
    ...(plan.lines && { lines: plan.lines }),
  }
  return { headers: headersOf(sheet).map(guardFormula), batches: batchesOf(on, plan, sheet, wrote) }
}

/** Its name, without the ending. */
export const exportName = ({ app, now }: Sheet['scene'], form: string, locale: Locale): string =>
  `${localize(app.index.form(form)?.labelPlural, locale)} ${now.slice(0, 10)}`
