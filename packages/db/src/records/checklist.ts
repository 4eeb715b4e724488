import { mayReadField } from '@pipewright/compiler'
import { stageOf } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { getRecord } from './get-record.ts'
import { refused, type Outcome } from './outcome.ts'
import type { Scene } from './scene.ts'

/** One thing that was ticked off in a stage, by whom and when. */
export interface Tick {
  readonly stage: string
  readonly item: string
  readonly member: string
  readonly name: string
  readonly at: string
}

export interface TickChange {
  readonly stage: string
  readonly item: string
  readonly done: boolean
}

type Ticks = Outcome<{ readonly ticks: readonly Tick[] }>

const tableIn = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_checklist_tick')

/** What was ticked on the checklists of a record that the actor may see, with its stage. */
export async function readTicks(
  connection: Connection,
  scene: Scene,
  form: string,
  id: string,
): Promise<Ticks> {
  const found = await getRecord(connection, scene, form, id)
  const field = scene.app.form(form)?.form.stageField
  const rights = scene.rights.forms[form]
  if (!found.ok || rights === undefined) return refused('not-found')
  if (field === undefined || !mayReadField(rights, field)) return { ok: true, ticks: [] }
  const members = quoteTable(scene.workspace.schema, '_member')
  const ticks = await connection.query<Tick>(
    prepared({
      text: `select t.stage, t.item, t.member, m.name, t.at from ${tableIn(scene)} t join ${members} m on m.id = t.member where t.record = $1 and t.form = $2 order by t.at`,
      values: [id, form],
    }),
  )
  return { ok: true, ticks }
}

/** Ticks one item of a stage's checklist, or takes the tick back; asks the right to change the record. */
export async function setTick(
  tx: Connection,
  scene: Scene,
  form: string,
  id: string,
  { stage, item, done }: TickChange,
): Promise<Ticks> {
  const before = await readTicks(tx, scene, form, id)
  if (!before.ok) return before
  const found = await getRecord(tx, scene, form, id)
  const document = scene.app.form(form)?.form
  const known = document !== undefined && stageOf(document, stage)?.checklist?.some(({ key }) => key === item)
  if (!found.ok || known !== true) return refused('not-found')
  if (found.record.may?.update !== true) return refused('not-allowed')
  if (found.record.locked_by !== null) return refused('locked')
  await tx.query(
    prepared(
      done
        ? {
            text: `insert into ${tableIn(scene)} (form, record, stage, item, member, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
            values: [form, id, stage, item, scene.actor.memberId, scene.now],
          }
        : {
            text: `delete from ${tableIn(scene)} where record = $1 and stage = $2 and item = $3`,
            values: [id, stage, item],
          },
    ),
  )
  return readTicks(tx, scene, form, id)
}
