import {
  applyEdit,
  elementName,
  isSameJson,
  loadEdit,
  localize,
  makeKey,
  problemText,
  takenFieldKeys,
  type Locale,
  type Problem,
} from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form, LocalizedText } from '@pipewright/schemas'
import type { Slot } from '../tree/layout-places.ts'
import { firstAccess } from '../tree/new-field.ts'
import type { ClipItem, FieldClip } from './field-clip.ts'
import { rewriteNames, rewriteTexts } from './rewrite-paths.ts'

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

type Item = ClipItem

const keyOf = (item: Item): string => ('field' in item ? item.field.key : item.element.key)

const labelOf = (item: Item): LocalizedText =>
  'field' in item ? item.field.label : elementName(item.element)

const named = (item: Item, locale: Locale): string => localize(labelOf(item), locale) || keyOf(item)

/** A key of its own for everything that comes: the old one where nobody has it. */
function newKeys(definition: AppDefinition, form: string, clip: FieldClip): ReadonlyMap<string, string> {
  const taken = takenFieldKeys(definition, { form })
  const names = new Map<string, string>()
  for (const item of clip.fields) {
    const old = keyOf(item)
    const key = taken.has(old) ? makeKey('field' in item ? (item.field.label ?? old) : old, taken) : old
    taken.add(key)
    names.set(old, key)
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
  const loaded = loadEdit(
    'field' in item
      ? {
          type: 'addField',
          form,
          field: item.field,
          ...slot,
          ...firstAccess(board.definition, form, item.field),
        }
      : { type: 'addElement', form, ...slot, item },
  )
  if ('problems' in loaded) return loaded.problems
  const result = applyEdit(board.definition, loaded.edit)
  if ('problems' in result) return result.problems
  const key = keyOf(item)
  board.edits.push(loaded.edit)
  if (item.width !== undefined && 'field' in item)
    board.edits.push({ type: 'setWidth', form, field: key, width: item.width })
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
  const lesser = settings.length === 0 || !('field' in item) ? undefined : without(item.field, settings)
  const isWhole = lesser === undefined || tryAdd(board, { ...item, field: lesser }).length > 0
  board.missing.push({ field: named(item, board.locale), reason, isWhole })
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
  const items = clip.fields.map((item): Item => {
    const key = names.get(keyOf(item)) ?? keyOf(item)
    if (!('field' in item))
      return { ...item, element: { ...rewriteTexts(rewriteNames(item.element, names), names), key } }
    const { field } = item
    const own = withSets(rewriteNames(field, field.type === 'lineItems' ? new Map() : names), sets)
    return { ...item, field: { ...own, key } as Field }
  })
  for (const item of addAll(board, items)) addWithout(board, item)
  return { edits: board.edits, keys: board.keys, missing: board.missing }
}
