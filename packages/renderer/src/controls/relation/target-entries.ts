import { foldText, searchTerms } from '@pipewright/compiler'
import type { RecordGroup, RecordReference } from '../../environment/renderer-data.ts'

/** What choosing an entry does: takes the record, makes a new one, or opens the list of a form. */
export interface TargetEntry {
  readonly does: 'pick' | 'create' | 'browse'
  readonly form: string
  /** Of the record; empty for the others. */
  readonly id: string
  readonly label: string
  /** One text per entry, `account:0193…` for a record. */
  readonly value: string
}

export interface EntryGroup {
  readonly key: string
  readonly label: string
  readonly entries: readonly TargetEntry[]
}

interface TargetForm {
  readonly form: string
  readonly plural: string
  readonly browse: string
  /** What a new record is offered as; undefined where none may be made. */
  readonly create: string | undefined
}

interface FoundRecords {
  readonly groups: readonly RecordGroup[]
  /** They still answer what was typed before. */
  readonly isStale: boolean
}

interface EntryTexts {
  readonly none: string
  readonly fresh: string
}

/** Hits that are called as typed before those that hold it elsewhere; of an older question only the former. */
function inOrder({ groups, isStale }: FoundRecords, typed: string): readonly RecordGroup[] {
  const { terms } = searchTerms(typed)
  const isCalled = ({ title }: RecordReference) => terms.every((term) => foldText(title).includes(term))
  const ordered = groups.map(({ form, hits }) => {
    const called = hits.filter(isCalled)
    const others = isStale ? [] : hits.filter((hit) => !isCalled(hit))
    return { form, hits: [...called, ...others], isCalled: called.length > 0 }
  })
  return ordered.toSorted((one, other) => Number(other.isCalled) - Number(one.isCalled))
}

const entry = (does: TargetEntry['does'], form: string, label: string, id = ''): TargetEntry => ({
  does,
  form,
  id,
  label,
  value: does === 'pick' ? `${form}:${id}` : `${does} ${form}`,
})

/**
 * The list as it opens: hits under the name of their form, each with the way to the whole list of it, and last what can
 * be made anew. While an answer is awaited only what surely fits is offered, so that Enter never takes a wrong record.
 */
export function targetEntries(
  forms: readonly TargetForm[],
  found: FoundRecords,
  typed: string,
  texts: EntryTexts,
): readonly EntryGroup[] {
  const groups = inOrder(found, typed).flatMap(({ form, hits }): EntryGroup[] => {
    const named = forms.find((one) => one.form === form)
    if (named === undefined || hits.length === 0) return []
    const picks = hits.map(({ id, title }) => entry('pick', form, title, id))
    return [{ key: form, label: named.plural, entries: [...picks, entry('browse', form, named.browse)] }]
  })
  const fresh = forms.flatMap(({ form, create }) =>
    create === undefined ? [] : [entry('create', form, create)],
  )
  if (found.isStale || fresh.length === 0) return groups
  const label = groups.length === 0 && typed.trim() !== '' ? texts.none : texts.fresh
  return [...groups, { key: 'create', label, entries: fresh }]
}
