import {
  problems,
  problemText,
  type AnswerOf,
  type BodyOf,
  type Locale,
  type Routes,
} from '@pipewright/contract'
import {
  deleteRecord,
  pressButton,
  updateRecord,
  writeTransaction,
  type Connection,
  type RecordWarnings,
} from '@pipewright/db'
import { buttonsOf, isForMany } from '@pipewright/metadata'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { warningsAnswer } from './answers.ts'
import type { Refused } from './refuse-record.ts'

type Body = BodyOf<Routes['bulkRecords']>
type Answer = AnswerOf<Routes['bulkRecords']>

interface Changed {
  readonly ok: true
  /** Records that were deleted along. */
  readonly followers?: readonly string[]
  readonly warnings: readonly RecordWarnings[]
  /** Somebody has a task more. */
  readonly submitted?: boolean
}
type Change = Changed | { readonly ok: false; readonly problem: Refused }

interface Bulk {
  readonly form: string
  readonly action: Body['action']
}

async function changeOne(
  tx: Connection,
  scene: MemberScene,
  { form, action }: Bulk,
  { id, version }: Body['records'][number],
): Promise<Change> {
  if (action.type === 'button') {
    const pressed = await pressButton(tx, scene, { form, record: id, version, button: action.button })
    return pressed.ok ? { ok: true, warnings: pressed.warnings, submitted: pressed.submitted } : pressed
  }
  if (action.type === 'delete') {
    const deleted = await deleteRecord(tx, scene, form, id, version, scene.cause)
    return deleted.ok ? { ok: true, followers: deleted.followers, warnings: [] } : deleted
  }
  const { values, owner } = action
  const change = { version, values, ...(owner === undefined ? {} : { owner }) }
  const updated = await updateRecord(tx, scene, form, id, change, scene.cause)
  return updated.ok ? { ok: true, warnings: [{ form, id, warnings: updated.warnings ?? [] }] } : updated
}

/** A button that leads somewhere has nowhere to lead when it is pressed for many. */
function checkButton({ app }: MemberScene, { form, action }: Bulk): void {
  if (action.type !== 'button') return
  const found = buttonsOf(app.form(form)?.form ?? refuse('not-found')).find(
    ({ key }) => key === action.button,
  )
  if (found !== undefined && !isForMany(found)) refuse('not-allowed')
}

function refusal(id: string, { code, params }: Refused, locale: Locale): Answer['refused'][number] {
  return { id, code, message: problemText(problems[code], locale, params) }
}

/**
 * Changes many records, each checked by itself and in a transaction of its own, in the order of their ids, so that two
 * who change the same records do not wait for one another in a circle (AZ-10, CO-10). What was refused is listed.
 */
export async function bulkRecords(
  { database, announcements }: Services,
  scene: MemberScene,
  { form, body, locale }: { readonly form: string; readonly body: Body; readonly locale: Locale },
): Promise<Answer> {
  checkButton(scene, { form, action: body.action })
  const answer: Answer = { done: [], refused: [], warnings: [] }
  const records = body.records.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const gone = new Set<string>()
  for (const record of records) {
    if (gone.has(record.id)) {
      answer.done.push(record.id)
      continue
    }
    const outcome = await writeTransaction(database, (tx) =>
      changeOne(tx, scene, { form, action: body.action }, record),
    )
    if (outcome.ok) {
      answer.done.push(record.id)
      answer.warnings.push(...warningsAnswer(outcome.warnings, locale))
      if (outcome.submitted === true) announcements.tell({ subject: scene.workspace.schema, what: 'tasks' })
      for (const follower of outcome.followers ?? []) gone.add(follower)
    } else answer.refused.push(refusal(record.id, outcome.problem, locale))
  }
  return answer
}
