import {
  applyEdit,
  isSameJson,
  loadEdit,
  localize,
  makeKey,
  problemText,
  takenFieldKeys,
  type Locale,
  type Problem,
} from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import type { Slot } from '../tree/layout-places.ts'
import { firstAccess } from '../tree/new-field.ts'
import type { FieldClip } from './field-clip.ts'
import { rewriteNames } from './rewrite-paths.ts'

/** What could not come along, with the reason. */
export interface Missing {
  readonly field: string
  readonly reason: string
  /** The field itself stayed behind; else it came without one of its settings. */
  readonly isWhole: boolean
}

export interface Pasted {
  readonly edits: readonly Edit[]
  readonly keys: readonly string[]
  readonly missing: readonly Missing[]
}

interface Board {
  readonly form: string
  readonly locale: Locale
  definition: AppDefinition
  slot: Slot
  readonly edits: Edit[]
  readonly keys: string[]
  readonly missing: Missing[]
}

interface Item {
  readonly field: Field
  readonly width: number | undefined
}

const named = (field: Field, locale: Locale): string => localize(field.label, locale) || field.key

/** A key of its own for every field that comes: the old one where nobody has it. */
function newKeys(definition: AppDefinition, form: string, clip: FieldClip): ReadonlyMap<string, string> {
  const taken = takenFieldKeys(definition, { form })
  const names = new Map<string, string>()
  for (const { field } of clip.fields) {
    const key = taken.has(field.key) ? makeKey(field.label ?? field.key, taken) : field.key
    taken.add(key)
    names.set(field.key, key)
  }
  return names
}

/** Shared options that are not here yet come along; those of the same name with other options get a name of their own. */
function bringSets(board: Board, clip: FieldClip): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const set of clip.optionSets) {
    const known = board.definition.optionSets.find(({ key }) => key === set.key)
    if (known !== undefined && isSameJson(known.options, set.options)) continue
    const taken = new Set(board.definition.optionSets.map(({ key }) => key))
    const key = known === undefined ? set.key : makeKey(set.label, taken)
    const loaded = loadEdit({ type: 'putOptionSet', optionSet: { ...set, key } })
    const result = 'edit' in loaded ? applyEdit(board.definition, loaded.edit) : loaded
    if (!('edit' in loaded) || !('definition' in result)) continue
    board.edits.push(loaded.edit)
    board.definition = result.definition
    names.set(set.key, key)
  }
  return names
}

function withSets(field: Field, sets: ReadonlyMap<string, string>): Field {
  if (field.type === 'lineItems')
    return { ...field, fields: field.fields.map((one) => withSets(one, sets)) as never }
  return 'optionSet' in field && field.optionSet !== undefined
    ? { ...field, optionSet: sets.get(field.optionSet) ?? field.optionSet }
    : field
}

function tryAdd(board: Board, item: Item): readonly Problem[] {
  const { form, slot } = board
  const access = firstAccess(board.definition, form, item.field)
  const loaded = loadEdit({ type: 'addField', form, field: item.field, ...slot, ...access })
  if ('problems' in loaded) return loaded.problems
  const result = applyEdit(board.definition, loaded.edit)
  if ('problems' in result) return result.problems
  const { key } = item.field
  board.edits.push(loaded.edit)
  if (item.width !== undefined) board.edits.push({ type: 'setWidth', form, field: key, width: item.width })
  board.definition = result.definition
  board.keys.push(key)
  board.slot = { ...slot, index: slot.index + 1 }
  return []
}

/** The setting of a field that a problem is about: `/forms/0/fields/5/expression/…` → `expression`. */
function settingOf(problem: Problem): string | undefined {
  return /^(?:\/forms\/\d+\/fields\/\d+|\/field)\/([A-Za-z]+)/.exec(problem.pointer)?.[1]
}

/** The field without what does not fit here; undefined when it is nothing without that. */
function without(field: Field, settings: readonly string[]): Field | undefined {
  const parts: Record<string, unknown> = { ...field }
  for (const setting of settings) {
    if (setting === 'expression') parts['expression'] = null
    else delete parts[setting]
  }
  const loaded = loadEdit({
    type: 'addField',
    form: 'x',
    field: parts,
    section: 'x',
    index: 0,
    write: [],
    read: [],
  })
  return 'edit' in loaded && loaded.edit.type === 'addField' ? loaded.edit.field : undefined
}

/** Adds what fits, as long as one more field does: a formula comes after the fields that it reads. */
function addAll(board: Board, items: readonly Item[]): readonly Item[] {
  let open = items
  for (let went = true; went && open.length > 0;) {
    const left = open.filter((item) => tryAdd(board, item).length > 0)
    went = left.length < open.length
    open = left
  }
  return open
}

function addWithout(board: Board, item: Item): void {
  const problems = tryAdd(board, item)
  const [first] = problems
  if (first === undefined) return
  const settings = [...new Set(problems.flatMap((one) => settingOf(one) ?? []))]
  const reason = problemText(first, board.locale)
  const lesser = settings.length === 0 ? undefined : without(item.field, settings)
  const isWhole = lesser === undefined || tryAdd(board, { ...item, field: lesser }).length > 0
  board.missing.push({ field: named(item.field, board.locale), reason, isWhole })
}

/**
 * Adds the fields of a clip at a slot: with keys nobody has, shared options brought along, and formulas reading the new
 * fields. What cannot come, because this app has no such form or field, is left out and named.
 */
export function pasteEdits(
  definition: AppDefinition,
  form: Form,
  clip: FieldClip,
  slot: Slot,
  locale: Locale,
): Pasted {
  const board: Board = {
    form: form.key,
    locale,
    definition,
    slot,
    edits: [],
    keys: [],
    missing: [],
  }
  const names = newKeys(definition, form.key, clip)
  const sets = bringSets(board, clip)
  const items = clip.fields.map(({ field, width }): Item => {
    const own = withSets(rewriteNames(field, field.type === 'lineItems' ? new Map() : names), sets)
    return { field: { ...own, key: names.get(field.key) ?? field.key } as Field, width }
  })
  for (const item of addAll(board, items)) addWithout(board, item)
  return { edits: board.edits, keys: board.keys, missing: board.missing }
}
