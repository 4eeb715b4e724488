import {
  problems,
  problemText,
  type AnswerOf,
  type BodyOf,
  type Locale,
  type Routes,
} from '@pipewright/contract'
import type { Issue } from '@pipewright/compiler'
import { deleteRecord, updateRecord, writeTransaction, type Connection, type Outcome } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { warningsAnswer } from './answers.ts'
import type { Refused } from './refuse-record.ts'

type Body = BodyOf<Routes['bulkRecords']>
type Answer = AnswerOf<Routes['bulkRecords']>

async function changeOne(
  tx: Connection,
  scene: MemberScene,
  { form, action }: { readonly form: string; readonly action: Body['action'] },
  { id, version }: Body['records'][number],
): Promise<Outcome<{ readonly followers?: readonly string[]; readonly warnings?: readonly Issue[] }>> {
  if (action.type === 'delete') return deleteRecord(tx, scene, form, id, version, scene.cause)
  const { values, owner } = action
  const change = { version, values, ...(owner === undefined ? {} : { owner }) }
  return updateRecord(tx, scene, form, id, change, scene.cause)
}

function refusal(id: string, { code, params }: Refused, locale: Locale): Answer['refused'][number] {
  return { id, code, message: problemText(problems[code], locale, params) }
}

/**
 * Changes many records, each checked by itself and in a transaction of its own, in the order of their ids, so that two
 * who change the same records do not wait for one another in a circle (AZ-10, CO-10). What was refused is listed.
 */
export async function bulkRecords(
  { database }: Services,
  scene: MemberScene,
  { form, body, locale }: { readonly form: string; readonly body: Body; readonly locale: Locale },
): Promise<Answer> {
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
      const { warnings = [] } = outcome
      answer.warnings.push(...warningsAnswer([{ form, id: record.id, warnings }], locale))
      for (const follower of outcome.followers ?? []) gone.add(follower)
    } else answer.refused.push(refusal(record.id, outcome.problem, locale))
  }
  return answer
}
