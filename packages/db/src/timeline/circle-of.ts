import { planPointing, type Pointing } from '@pipewright/compiler'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { followUpLogs, type LogOfForm } from '@pipewright/metadata'
import { listsOf } from '../around/lists-of.ts'
import { mayReadLog } from '../follow-ups/follow-ups-after.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import type { Site } from '../around/around-record.ts'

/** Records of one form whose lines are told. */
export interface Ring {
  readonly form: string
  /** Gives the `id` of each and when it was `changed` last. */
  readonly ids: SqlFragment
  /** They note what was done about others: only that they were made is told. */
  readonly noted: boolean
}

export interface Circle {
  readonly rings: readonly Ring[]
  /** Logs that note what was done about the records, which their reader may read. */
  readonly logs: readonly LogOfForm[]
}

/** The logs of follow-ups about records of a form, by what this reader may read of them. */
function logsOf(scene: Scene, key: string): LogOfForm[] {
  const { forms } = scene.app.definition
  const form = forms.find((candidate) => candidate.key === key)
  if (form === undefined) return []
  return followUpLogs(forms, form).filter((log) => mayReadLog(scene, log))
}

/**
 * A record, those of its related lists, and what was noted about any of them: as far as the reader may see them and how they point
 * here.
 */
export function circleOf(scene: Scene, { form, record }: Site): Circle {
  const reading = readSceneOf(scene)
  const own = sql`select ${param(record, 'uuid')} as id, 'infinity'::timestamptz as changed`
  const pointing = Map.groupBy(listsOf(scene, form), (list) => list.form)
  const rings: Ring[] = []
  const add = (of: string, ids: SqlFragment | undefined, noted: boolean) => {
    if (ids !== undefined) rings.push({ form: of, ids, noted })
  }
  add(form, own, false)
  for (const [key, lists] of pointing)
    add(
      key,
      planPointing(
        reading,
        key,
        lists.map(({ field }) => ({ field, to: { record } })),
      ),
      false,
    )
  const logs = rings.flatMap((ring) => logsOf(scene, ring.form).map((log) => ({ ring, log })))
  const noting = Map.groupBy(logs, ({ log }) => log.form.key)
  for (const [key, found] of noting) {
    const sites = found.map(({ ring, log }): Pointing => ({ field: log.field, to: { ids: ring.ids } }))
    add(key, planPointing(reading, key, sites), true)
  }
  return { rings, logs: logs.map(({ log }) => log) }
}
