import { guardFormula, type ResultRow } from '@pipewright/compiler'
import { exportRows, type PlannedExport, type SharedTitles } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { register, type Handler } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { headersOf, rowWriter, type Cell, type Sheet } from './export-cells.ts'
import { pulled } from './pulled.ts'
import { sendSheet } from './send-sheet.ts'

/** Ten thousand ids fit. */
const bodyLimit = 2 * 1024 * 1024

interface Batch {
  readonly rows: readonly ResultRow[]
  readonly titles: ReadonlyMap<string, string>
  readonly shared: SharedTitles
}

async function* batchesOf(
  { database }: Services,
  plan: PlannedExport,
  sheet: Sheet,
): AsyncGenerator<Cell[][]> {
  const write = rowWriter(sheet)
  const batches = pulled<Batch>((take) =>
    plan.read(database, (rows, titles, shared) => take({ rows, titles, shared })),
  )
  for await (const { rows, titles, shared } of batches) yield rows.map((row) => write(row, titles, shared))
}

/** Lists as files: the same rows, columns and rights as on the screen, all of them, from one moment. */
export function registerExports(app: FastifyInstance, services: Services): void {
  const answer: Handler<'exportRecords'> = ({ params, body, member, locale, reply }) => {
    const scene = member()
    const { format, ...request } = body
    const plan = orRefuse(exportRows(scene, params.form, request))
    const sheet: Sheet = { columns: plan.columns, shape: plan.shape, scene, locale }
    const headers = headersOf(sheet).map(guardFormula)
    const batches = batchesOf(services, plan, sheet)
    const form = scene.app.index.form(params.form)
    const name = `${localize(form?.labelPlural, locale)} ${scene.now.slice(0, 10)}`
    return sendSheet(reply, { name, format, headers, batches })
  }
  register(app, 'exportRecords', answer, { bodyLimit })
}
