import { guardFormula, type ResultRow } from '@pipewright/compiler'
import type { Locale } from '@pipewright/contract'
import type { PlannedExport, SharedTitles, Transacting } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import { headersOf, rowWriter, type Cell, type Sheet } from './export-cells.ts'
import { pulled } from './pulled.ts'
import type { SheetFile } from './send-sheet.ts'

interface Batch {
  readonly rows: readonly ResultRow[]
  readonly titles: ReadonlyMap<string, string>
  readonly shared: SharedTitles
}

async function* batchesOf(on: Transacting, plan: PlannedExport, sheet: Sheet): AsyncGenerator<Cell[][]> {
  const write = rowWriter(sheet)
  const batches = pulled<Batch>((take) =>
    plan.read(on, (rows, titles, shared) => take({ rows, titles, shared })),
  )
  for await (const { rows, titles, shared } of batches) yield rows.map((row) => write(row, titles, shared))
}

/** The table that a planned export makes, read as it is taken. */
export function exportSheet(
  on: Transacting,
  scene: Sheet['scene'],
  plan: PlannedExport,
  locale: Locale,
): Pick<SheetFile, 'headers' | 'batches'> {
  const sheet: Sheet = { columns: plan.columns, shape: plan.shape, scene, locale }
  return { headers: headersOf(sheet).map(guardFormula), batches: batchesOf(on, plan, sheet) }
}

/** Its name, without the ending. */
export const exportName = ({ app, now }: Sheet['scene'], form: string, locale: Locale): string =>
  `${localize(app.index.form(form)?.labelPlural, locale)} ${now.slice(0, 10)}`
