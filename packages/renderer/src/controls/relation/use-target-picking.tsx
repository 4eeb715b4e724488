import { refValue } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import type { AnyRelationField, RelationField } from '@pipewright/schemas'
import { useState, type ReactNode } from 'react'
import { useAskForRecord, useRenderer } from '../../environment/use-renderer.ts'
import { useOrigin } from '../../form/start/origin.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { partOf } from '../part-of.ts'
import { PickFromList } from './pick-from-list.tsx'
import { targetEntries, type EntryGroup, type TargetEntry } from './target-entries.ts'
import { useLetGo } from './use-let-go.ts'
import { useTargetSearch } from './use-target-search.ts'

/** What list and sheet need to pick a record of any of several forms. */
export interface TargetPicking {
  readonly open: boolean
  readonly typed: string
  readonly groups: readonly EntryGroup[]
  /** What is said where there is nothing to choose. */
  readonly nothing: string
  readonly isStale: boolean
  readonly onOpen: (open: boolean) => void
  readonly onTyped: (typed: string) => void
  readonly onEntry: (entry: TargetEntry) => void
  readonly dialog: ReactNode
}

/** The forms as the list names them. */
function useTargetForms(parts: readonly RelationField[], typed: string) {
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const text = typed.trim()
  return parts.map(({ form }) => {
    const described = index.form(form)
    const name = localize(described?.label, locale) || form
    const plural = localize(described?.labelPlural, locale) || name
    const create =
      text === '' ? t('control.createRecord', { form: name }) : t('control.createNamed', { form: name, text })
    return {
      form,
      plural,
      browse: t('control.browseForm', { forms: plural }),
      create: rights[form]?.create === true ? create : undefined,
    }
  })
}

/** Makes a record that is missing, named as typed. */
function useCreating(
  typed: string,
  { value, onChange }: ControlProps<AnyRelationField>,
  take: (form: string, id: string) => void,
) {
  const { index, titles } = useRenderer()
  const held = partOf(value, 'id')
  const watch = useLetGo(held === '' ? [] : [held], () => onChange(null))
  const ask = useAskForRecord()
  const origin = useOrigin()
  return async (form: string) => {
    const text = typed.trim()
    const titleField = index.form(form)?.titleField
    const given = text === '' || titleField === undefined ? {} : { [titleField]: text }
    const record = await ask(form, given, origin())
    if (record === null) return
    titles.learn(record.id, record.title)
    watch(form, record)
    take(form, record.id)
  }
}

/** Searches all forms at once, takes what is chosen, makes what is missing, and opens the list of a form. */
export function useTargetPicking(
  props: ControlProps<AnyRelationField>,
  parts: readonly RelationField[],
): TargetPicking {
  const { titles } = useRenderer()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [browsed, setBrowsed] = useState<RelationField>()
  const found = useTargetSearch(parts, open, typed, props.record)
  const forms = useTargetForms(parts, typed)
  const take = (form: string, id: string) => props.onChange(refValue({ form, id }))
  const create = useCreating(typed, props, take)
  const onOpen = (next: boolean) => {
    setOpen(next)
    if (!next) setTyped('')
  }
  const onEntry = ({ does, form, id, label }: TargetEntry) => {
    onOpen(false)
    if (does === 'create') void create(form)
    else if (does === 'browse') setBrowsed(parts.find((part) => part.form === form))
    else {
      titles.learn(id, label)
      take(form, id)
    }
  }
  const waiting = found.isStale ? t('control.searching') : t('control.nothingFound')
  return {
    open,
    typed,
    groups: found.failed
      ? []
      : targetEntries(forms, found, typed, {
          none: t('control.nothingFound'),
          fresh: t('control.createNew'),
        }),
    nothing: found.failed ? t('control.searchFailed') : waiting,
    isStale: found.isStale,
    onOpen,
    onTyped: setTyped,
    onEntry,
    dialog: browsed !== undefined && (
      <PickFromList
        field={browsed}
        record={props.record}
        ids={[]}
        onPick={([picked]) => {
          if (picked !== undefined) take(browsed.form, picked)
        }}
        onClose={() => setBrowsed(undefined)}
      />
    ),
  }
}
