import { systemFields } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { notify } from '../notifications/notify.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import type { Scene } from '../records/scene.ts'
import { visibleAmong } from '../records/visible-among.ts'
import { giveTasks } from './give-tasks.ts'
import type { ReminderSite } from './passes.ts'
import { recipientsOf, type DueRecord } from './recipients.ts'

/** Of more records at once a member is told in one line. */
const mostAlone = 5

/** Those of the records that a member may see, if he may know their date. */
async function knownTo(
  tx: Connection,
  scene: Scene,
  { form, reminder }: ReminderSite,
  member: string,
  records: ReadonlySet<string>,
): Promise<readonly string[]> {
  const seen = await sceneOfMember(tx, scene, member)
  const fields = seen?.rights.forms[form]?.fields
  if (seen === undefined || fields === undefined) return []
  if (fields[reminder.field] === undefined && !systemFields.has(reminder.field)) return []
  return (await visibleAmong(tx, seen, new Map([[form, records]]))).get(form) ?? []
}

async function tellMember(
  tx: Connection,
  scene: Scene,
  { form, reminder, day }: ReminderSite,
  member: string,
  records: readonly string[],
): Promise<void> {
  const topic = `${form}.${reminder.key}`
  const note = { kind: 'reminder', members: [member], actor: null, form } as const
  if (records.length > mostAlone) {
    const params = { text: reminder.label, rows: records.length }
    return notify(tx, scene, { ...note, topic: `${topic} ${day}`, count: records.length, params })
  }
  for (const record of records)
    await notify(tx, scene, { ...note, record, topic: `${topic}.${record}`, params: { text: reminder.text } })
}

/** Tells of these records whoever is to be told and may see them, and gives tasks where the reminder does. */
export async function tellDue(
  tx: Connection,
  scene: Scene,
  site: ReminderSite,
  due: readonly DueRecord[],
): Promise<void> {
  const told = new Map<string, string[]>()
  const recipients = await recipientsOf(tx, scene, site.reminder, due)
  for (const [member, records] of [...recipients].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const known = await knownTo(tx, scene, site, member, records)
    for (const record of known) told.set(record, [...(told.get(record) ?? []), member])
    await tellMember(tx, scene, site, member, known)
  }
  await giveTasks(
    tx,
    scene,
    site,
    due.map((record) => ({ record, members: told.get(record.id) ?? [] })),
  )
}
