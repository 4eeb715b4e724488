import type { Rule } from '@pipewright/schemas'
import { mayReadField, mayWriteField } from '../../rights/readable.ts'
import {
  limitIssues,
  lockIssues,
  refusalIssues,
  requiredIssues,
  ruleState,
  runSets,
  warningIssues,
  type RuleCheck,
  type RuleSubject,
  type Spot,
} from '../../rules/index.ts'
import type { Issue } from '../issue.ts'
import { assigned, calculate } from './calculate.ts'
import type { CheckedInput } from './check-input.ts'
import { rowAt } from './each-row.ts'
import { fillLookups } from './fill-lookups.ts'
import type { Draft, StoredRecord, WriteScene } from './write-scene.ts'

const subjectOf = (scene: WriteScene, draft: Draft, old: StoredRecord | null): RuleSubject => ({
  form: scene.form,
  context: scene.context,
  writer: scene.writer,
  record: draft,
  old: old === null ? null : { ...old.values, ...old.system },
})

/** Lets the rules set their fields, in order; answers what they set. */
export function applySetRules(
  scene: WriteScene,
  draft: Draft,
  old: StoredRecord | null,
): ReadonlyMap<Spot, Rule> {
  const subject = subjectOf(scene, draft, old)
  return runSets({
    subject: () => subject,
    assign({ place, field, rows }, value, data) {
      const target = rowAt(draft, place.place.lineItems ?? '', rows)
      if (target !== undefined) target[field.key] = assigned(scene, place, field, value, data)
    },
    settle() {
      fillLookups(scene, draft)
      calculate(scene, draft)
    },
  })
}

export interface Ruled {
  readonly issues: readonly Issue[]
  /** Messages that do not keep anybody from saving. */
  readonly warnings: readonly Issue[]
}

/** Everything that required fields and the rules of the form have to say about the record as it would be. */
export function checkRules(
  scene: WriteScene,
  input: CheckedInput,
  draft: Draft,
  old: StoredRecord | null,
  set: ReadonlyMap<Spot, Rule>,
): Ruled {
  const { rights, locale } = scene
  if (rights === null) return { issues: [], warnings: [] }
  const subject = subjectOf(scene, draft, old)
  const check: RuleCheck = {
    subject,
    state: ruleState(subject),
    locale,
    mayWrite: (path) => mayWriteField(rights, path),
    mayRead: (path) => mayReadField(rights, path),
  }
  const locks = lockIssues(check, {
    set,
    sent: (key) => Object.hasOwn(input.values, key) || input.rows.has(key),
  })
  return {
    issues: [...requiredIssues(check), ...locks, ...limitIssues(check), ...refusalIssues(check)],
    warnings: warningIssues(check),
  }
}
