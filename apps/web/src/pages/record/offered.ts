import type { App, RecordAnswer } from '@pipewright/contract'
import { evaluate } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'

/** Those whose condition holds for the record; the server asks again. */
export function offered<T extends { when?: Expression }>(all: readonly T[], record: RecordAnswer, app: App): T[] {
  const context = { now: new Date().toISOString(), zone: app.member.zone, me: app.member.id }
  return all.filter(({ when }) => when === undefined || evaluate(when, { ...record.values, owner: record.owner }, context) === true)
}
