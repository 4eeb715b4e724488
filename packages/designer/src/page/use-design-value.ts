import type { Builder } from '@pipewright/contract'
import { indexDefinition, type Problem } from '@pipewright/metadata'
import type { Edit } from '@pipewright/schemas'
import { useCallback, useMemo, useState } from 'react'
import type { DesignerProps } from '../designer-props.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { Design } from '../environment/design-context.ts'
import type { Area, Selection } from '../environment/selection.ts'
import { aimEdits } from '../layouts/aim-edits.ts'
import { createWatchedValue } from '../environment/watched-value.ts'

interface Place {
  readonly area: Area
  readonly detail: string | null
}

/** What every part leans on, and the problems of the last edit that did not fit. */
export function useDesignValue(props: DesignerProps, store: DraftStore) {
  const { app, locale, form: asked, role, onForm, onPublished } = props
  const [place, setPlace] = useState<Place>({
    area: role === null ? 'fields' : 'roles',
    detail: role,
  })
  const [selected] = useState(() => createWatchedValue<Selection>({ kind: 'form' }))
  const [builders] = useState(() => createWatchedValue<readonly Builder[]>([]))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [opened, setOpened] = useState<string | null>(null)
  const form = opened ?? asked ?? store.state().definition.forms[0]?.key ?? ''
  const [arranged, setArranged] = useState<{ readonly form: string; readonly layout: string } | null>(null)
  const layout = arranged?.form === form ? arranged.layout : null
  const edit = useCallback(
    (...edits: Edit[]) => {
      const open = indexDefinition(store.state().definition).form(form)
      const found = store.edit(open === undefined ? edits : aimEdits(open, layout, edits))
      if (found.length > 0) setProblems(found)
      return found.length === 0
    },
    [store, form, layout],
  )
  const openLayout = useCallback(
    (next: string | null) => {
      setArranged(next === null ? null : { form, layout: next })
      selected.write({ kind: 'form' })
    },
    [form, selected],
  )
  const openForm = useCallback(
    (key: string) => {
      setOpened(key)
      setPlace((old) => ({ ...old, detail: null }))
      selected.write({ kind: 'form' })
      onForm(key)
    },
    [onForm, selected],
  )
  const design = useMemo<Design>(
    () => ({
      app,
      store,
      locale,
      form,
      ...place,
      selected,
      builders,
      select: selected.write,
      openArea: (area, detail = null) => setPlace((old) => ({ ...old, area, detail })),
      openForm,
      layout,
      openLayout,
      onPublished,
      edit,
    }),
    [app, store, locale, form, place, selected, builders, openForm, layout, openLayout, onPublished, edit],
  )
  return { design, problems, dismiss: () => setProblems([]) }
}
