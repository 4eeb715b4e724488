import type { RecordAnswer } from '@pipewright/compiler'
import type { LogOfForm } from '@pipewright/metadata'
import type { Site } from '../around/around-record.ts'
import type { Mark } from '../comments/comment-store.ts'
import type { Connection } from '../connection/connection.ts'
import { followUpRow, notedFields } from '../follow-ups/follow-ups-after.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import { followUpLine, type Line } from './timeline-line.ts'

/** A record that notes something, at its place among the lines. */
interface Note extends Mark {
  readonly form: string
  readonly record: string
}

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')

/** Which other records a note is about. */
function sitesOf(
  scene: Scene,
  form: string,
  fields: readonly string[],
  row: RecordAnswer,
  own: Site,
): Site[] {
  const sites = fields.flatMap((field) => {
    const relation = scene.app.index.field(form, field)?.field
    const target = relation !== undefined && 'form' in relation ? relation.form : undefined
    if (typeof target !== 'string') return []
    return idsIn(row.values[field]).map((record) => ({ form: target, record }))
  })
  return sites.filter((each) => each.form !== own.form || each.record !== own.record)
}

/** What these records note, as far as the reader may read it, and which records it is about. One statement per log. */
export async function notedAmong(
  connection: Connection,
  scene: Scene,
  logs: readonly LogOfForm[],
  notes: readonly Note[],
  own: Site,
): Promise<Line[]> {
  const lines: Line[] = []
  for (const [form, of] of Map.groupBy(notes, (note) => note.form)) {
    const [log, ...others] = logs.filter((each) => each.form.key === form)
    if (log === undefined) continue
    const fields = [...new Set([log, ...others].map(({ field }) => field))]
    const page = await queryRecords(connection, scene, form, {
      filter: { in: [{ var: 'id' }, of.map(({ record }) => record)] },
      columns: [...notedFields(scene, log), ...fields],
      limit: of.length,
    })
    const rows = new Map((page.ok ? page.rows : []).map((row) => [row.id, row]))
    for (const note of of) {
      const row = rows.get(note.record)
      if (row === undefined) continue
      const followUp = { ...followUpRow(log, row), at: note.at }
      lines.push(followUpLine(followUp, note, sitesOf(scene, form, fields, row, own)))
    }
  }
  return lines
}
