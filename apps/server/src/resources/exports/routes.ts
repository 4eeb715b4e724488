import { guardFormula, type ResultRow } from '@pipewright/compiler'
import { exportRows, type PlannedExport } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { cleanName } from '../files/clean-name.ts'
import { fileHeaders } from '../files/send-file.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { csvLine, utf8Mark } from './csv.ts'
import { headersOf, rowWriter, type Cell, type Sheet } from './export-cells.ts'
import { pulled } from './pulled.ts'
import { workbook } from './workbook.ts'

interface Batch {
  readonly rows: readonly ResultRow[]
  readonly titles: ReadonlyMap<string, string>
}

async function* batchesOf(
  { database }: Services,
  plan: PlannedExport,
  sheet: Sheet,
): AsyncGenerator<Cell[][]> {
  const write = rowWriter(sheet)
  const batches = pulled<Batch>((take) => plan.read(database, (rows, titles) => take({ rows, titles })))
  for await (const { rows, titles } of batches) yield rows.map((row) => write(row, titles))
}

async function* csvText(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield utf8Mark + csvLine(headers)
  for await (const rows of batches) yield rows.map((cells) => csvLine(cells.map(({ text }) => text))).join('')
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Lists as files: the same rows, columns and rights as on the screen, all of them, from one moment. */
export function registerExports(app: FastifyInstance, services: Services): void {
  register(app, 'exportRecords', ({ params, body, member, locale, reply }) => {
    const scene = member()
    const { format, ...request } = body
    const plan = orRefuse(exportRows(scene, params.form, request))
    const sheet: Sheet = { columns: plan.columns, shape: plan.shape, scene, locale }
    const headers = headersOf(sheet).map(guardFormula)
    const batches = batchesOf(services, plan, sheet)
    const content = format === 'csv' ? csvText(headers, batches) : workbook(headers, batches)
    const form = scene.app.index.form(params.form)
    const name = cleanName(`${localize(form?.labelPlural, locale)} ${scene.now.slice(0, 10)}.${format}`)
    return fileHeaders(reply, { name, type: types[format] }).send(
      Readable.from(content, { objectMode: false }),
    )
  })
}
