import { planMap, type CountedCell, type MapRequest, type RecordAnswer } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { queryRecords } from './query-records.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'

/** More than are ever drawn. */
const mostRows = 500

export interface MapCell extends CountedCell {
  /** The record, where there is one alone. */
  readonly id: string | null
}

interface Alone {
  readonly id: string
  readonly latitude: number
  readonly longitude: number
}

/** What is drawn of a part of a map, and the records that stand alone on it. */
export async function readMap(
  connection: Connection,
  scene: Scene,
  form: string,
  request: MapRequest & { readonly columns?: readonly string[] | undefined },
): Promise<Outcome<{ readonly cells: readonly MapCell[]; readonly rows: readonly RecordAnswer[] }>> {
  const plan = planMap(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const cells = plan.cellsOf(await runOnce(connection, plan.statement))
  const single = cells.filter(({ count }) => count === 1)
  const found = single.length === 0 ? [] : await runOnce<Alone>(connection, plan.alone(single))
  const idAt = new Map(found.map(({ id, latitude, longitude }) => [`${latitude} ${longitude}`, id]))
  const named = cells.map((cell): MapCell => ({
    ...cell,
    id: cell.count === 1 ? (idAt.get(`${cell.south} ${cell.west}`) ?? null) : null,
  }))
  const alone = await queryRecords(connection, scene, form, {
    filter: { in: [{ var: 'id' }, found.map(({ id }) => id)] },
    limit: mostRows,
    columns: request.columns,
  })
  return alone.ok ? { ok: true, cells: named, rows: alone.rows } : alone
}
