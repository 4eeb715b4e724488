import type { Task } from '@pipewright/contract'
import { getRecord, type Connection, type OpenTask } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'

/** A waiting task with the facts its step shows, as far as the approver may read them. */
export async function taskAnswer(connection: Connection, scene: MemberScene, task: OpenTask): Promise<Task> {
  const workflow = scene.app.definition.workflows.find(({ key }) => key === task.workflow)
  const show = workflow?.steps.find(({ key }) => key === task.step)?.show ?? []
  const found = await getRecord(connection, scene, task.form, task.record)
  if (!found.ok) return { ...task, version: null, title: '', facts: [], titles: {} }
  const { version, title, values, titles } = found.record
  // Columns of line items come as the table they stand in, once.
  const fields = [
    ...new Set(show.map((path) => (values[path] === undefined ? (path.split('.')[0] ?? path) : path))),
  ]
  const facts = fields.flatMap((field) => {
    const value = values[field]
    return value === undefined ? [] : [{ field, value: value as Task['facts'][number]['value'] }]
  })
  return { ...task, version, title, facts, titles: { ...titles } }
}
