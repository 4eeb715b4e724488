import {
  mayReadField,
  mayWriteField,
  type CompiledForm,
  type Issue,
  type StoredRecord,
} from '@pipewright/compiler'
import {
  combined,
  isCombinable,
  isMerged,
  mergeAll,
  usualChoice,
  withoutMerged,
  type MergedRecord,
} from '@pipewright/metadata'
import { sameEntered } from '../ledger/undo/same-entered.ts'
import { valueToPutBack } from '../ledger/undo/value-to-put-back.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'

/** By field the record whose value is kept, or `all` to put the values of all together. */
export type MergeChoices = Readonly<Record<string, string>>

type Values = Outcome<{ readonly values: Readonly<Record<string, unknown>> }>

/** What the record that stays takes over, of the fields that the actor may read and write; others stay as they are. */
export function mergedValues(
  scene: Scene,
  form: CompiledForm,
  records: readonly StoredRecord[],
  choices: MergeChoices,
  /** By field the records whose value would make the one that stays lie below itself. */
  back: ReadonlyMap<string, ReadonlySet<string>>,
): Values {
  const [survivor] = records
  const rights = scene.rights.forms[form.key]
  if (survivor === undefined || rights === undefined) return refused('not-found')
  const mayWrite = (path: string) => mayReadField(rights, path) && mayWriteField(rights, path)
  const fields = [...form.fields.values()].filter((field) => isMerged(field) && mayWrite(field.key))
  const open = new Set(fields.map(({ key }) => key))
  const ids = new Set(records.map(({ system }) => system.id))
  const errors: Issue[] = Object.entries(choices).flatMap(([key, choice]) => {
    const field = open.has(key) ? form.fields.get(key) : undefined
    const isKnown = field !== undefined && (ids.has(choice) || (choice === mergeAll && isCombinable(field)))
    return isKnown ? [] : [{ pointer: `/choices/${key}`, code: 'unknown-field' }]
  })
  if (errors.length > 0) return refused('invalid', { errors })
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    const { key } = field
    const all = records.map(({ system, values: own }): MergedRecord => ({
      id: system.id,
      values: { [key]: back.get(key)?.has(system.id) === true ? null : withoutMerged(field, own[key], ids) },
    }))
    const choice = choices[key] ?? usualChoice(field, all)
    const next =
      choice === mergeAll
        ? combined(
            field,
            all.map((each) => each.values[key]),
          )
        : all.find(({ id }) => id === choice)?.values[key]
    const now = survivor.values[key]
    if (sameEntered(form, key, now, next)) continue
    values[key] = valueToPutBack(form, key, { old: next, now }, mayWrite)
  }
  return { ok: true, values }
}
