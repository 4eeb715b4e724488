import type { Expression, Rule } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { evaluateCondition } from '@pipewright/logic'
import { mayReadField, mayWriteField } from '../../rights/readable.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue, type RecordValues, type Row } from '../value.ts'
import { assigned, calculate } from './calculate.ts'
import type { CheckedInput } from './check-input.ts'
import { fillLookups } from './fill-lookups.ts'
import { isEmpty, rowsOf, type Draft, type WriteScene } from './write-scene.ts'

const holds = (scene: WriteScene, rule: Rule, draft: Draft): boolean =>
  evaluateCondition(rule.when as Expression, draft, scene.context, scene.form.scope)

/** Lets the rules set their fields, in order; what they set is seen by the rules after them. */
export function applySetRules(scene: WriteScene, draft: Draft): void {
  for (const rule of scene.form.form.rules ?? []) {
    const sets = rule.effects.filter((effect) => effect.type === 'set')
    if (sets.length === 0 || !holds(scene, rule, draft)) continue
    for (const effect of sets) {
      const field = scene.form.fields.get(effect.field)
      if (field !== undefined) draft[field.key] = assigned(scene, scene.form, field, effect.value, draft)
    }
    fillLookups(scene, draft)
    calculate(scene, draft)
  }
}

/** Fields that some rule shows only while its condition holds, and it does not. */
function hiddenFields(rules: readonly Rule[], held: ReadonlySet<Rule>): Set<string> {
  return new Set(
    rules
      .filter((rule) => !held.has(rule))
      .flatMap((rule) => rule.effects.flatMap((effect) => (effect.type === 'show' ? effect.fields : []))),
  )
}

function requiredPaths(scene: WriteScene, held: ReadonlySet<Rule>): Set<string> {
  const { form } = scene
  const own = [...form.fields.values()].filter((field) => 'required' in field && field.required === true)
  const columns = form.items.flatMap((items) =>
    [...items.fields.values()]
      .filter((field) => 'required' in field && field.required === true)
      .map((field) => `${items.field.key}.${field.key}`),
  )
  const ruled = [...held].flatMap((rule) =>
    rule.effects.flatMap((effect) => (effect.type === 'require' ? effect.fields : [])),
  )
  return new Set([...own.map((field) => field.key), ...columns, ...ruled])
}

/** Only what the writer can fill in is asked for; the rest is the business of those who can. */
function requiredIssues(
  scene: WriteScene,
  held: ReadonlySet<Rule>,
  hidden: ReadonlySet<string>,
  draft: Draft,
): Issue[] {
  const { rights } = scene
  if (rights === null) return []
  return [...requiredPaths(scene, held)].flatMap((path) => {
    const [key = '', column] = path.split('.')
    if (hidden.has(key) || hidden.has(path) || !mayWriteField(rights, path)) return []
    if (column === undefined) return isEmpty(draft[key]) ? [issue(pointerTo('values', key), 'required')] : []
    return rowsOf(draft, key).flatMap((row, position) =>
      isEmpty(row[column]) ? [issue(pointerTo('values', key, position, column), 'required')] : [],
    )
  })
}

function lockedRows(path: string, label: string, draft: Draft, old: RecordValues): Issue[] {
  const [key = '', column = ''] = path.split('.')
  const before = new Map(((old[key] ?? []) as readonly Row[]).map((row) => [row['id'], row]))
  return rowsOf(draft, key).flatMap((row, position) =>
    sameValue(row[column] ?? null, before.get(row['id'] as string)?.[column] ?? null)
      ? []
      : [issue(pointerTo('values', key, position, column), 'locked-by-rule', { rule: label })],
  )
}

function lockIssues(
  scene: WriteScene,
  held: ReadonlySet<Rule>,
  input: CheckedInput,
  draft: Draft,
  old: RecordValues,
): Issue[] {
  return [...held].flatMap((rule) => {
    const label = localize(rule.label, scene.locale)
    const paths = rule.effects.flatMap((effect) => (effect.type === 'lock' ? effect.fields : []))
    return paths.flatMap((path) => {
      const [key = ''] = path.split('.')
      if (!Object.hasOwn(input.values, key) && !input.rows.has(key)) return []
      if (path !== key) return lockedRows(path, label, draft, old)
      const value = input.rows.has(key) ? draft[key] : (input.values[key] ?? null)
      return sameValue(value, old[key] ?? (input.rows.has(key) ? [] : null))
        ? []
        : [issue(pointerTo('values', key), 'locked-by-rule', { rule: label })]
    })
  })
}

function refusals(scene: WriteScene, held: ReadonlySet<Rule>): Issue[] {
  return [...held].flatMap((rule) =>
    rule.effects.flatMap((effect) => {
      if (effect.type !== 'refuse') return []
      const shown =
        effect.field !== undefined && (scene.rights === null || mayReadField(scene.rights, effect.field))
      const pointer = shown && effect.field !== undefined ? pointerTo('values', effect.field) : ''
      return [issue(pointer, 'refused', { text: localize(effect.message, scene.locale) })]
    }),
  )
}

/** Everything that required fields and the rules of the form have against the record as it would be. */
export function checkRules(
  scene: WriteScene,
  input: CheckedInput,
  draft: Draft,
  old: RecordValues | null,
): Issue[] {
  if (scene.rights === null) return []
  const rules = scene.form.form.rules ?? []
  const held = new Set(rules.filter((rule) => holds(scene, rule, draft)))
  const hidden = hiddenFields(rules, held)
  return [
    ...requiredIssues(scene, held, hidden, draft),
    ...lockIssues(scene, held, input, draft, old ?? {}),
    ...refusals(scene, held),
  ]
}
