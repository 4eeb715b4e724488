import type { Builder } from '@pipewright/contract'
import { useCallback, useMemo, useState } from 'react'
import type { DesignerProps } from '../designer-props.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { Design } from '../environment/design-context.ts'
import type { UnfinishedFormula } from '../environment/unfinished-formula.ts'
import type { Area, Selection } from '../environment/selection.ts'
import { createWatchedValue, type WatchedValue } from '../environment/watched-value.ts'
import { useEdit } from './use-edit.ts'

interface Place {
  readonly area: Area
  readonly detail: string | null
}

/** Where the designer opens: at what was asked for, else at the fields. */
function placeOf({ role, setting }: DesignerProps): Place {
  if (role !== null) return { area: 'roles', detail: role }
  return setting === undefined ? { area: 'fields', detail: null } : { area: 'navigation', detail: setting }
}

/** What lasts as long as the designer is open. */
const createLasting = () => ({
  selected: createWatchedValue<Selection>({ kind: 'form' }),
  builders: createWatchedValue<readonly Builder[]>([]),
  unfinished: new Map<string, UnfinishedFormula>(),
})

/** The further layout that is arranged; another form begins with its standard one. */
function useLayout(form: string, selected: WatchedValue<Selection>) {
  const [arranged, setArranged] = useState<{ readonly form: string; readonly layout: string } | null>(null)
  const openLayout = useCallback(
    (next: string | null) => {
      setArranged(next === null ? null : { form, layout: next })
      selected.write({ kind: 'form' })
    },
    [form, selected],
  )
  return { layout: arranged?.form === form ? arranged.layout : null, openLayout }
}

/** What every part leans on, and the problems of the last edit that did not fit. */
export function useDesignValue(props: DesignerProps, store: DraftStore) {
  const { app, locale, form: asked, onForm, onPublished } = props
  const [place, setPlace] = useState<Place>(() => placeOf(props))
  const [lasting] = useState(createLasting)
  const { selected } = lasting
  const [opened, setOpened] = useState<string | null>(null)
  const form = opened ?? asked ?? store.state().definition.forms[0]?.key ?? ''
  const { layout, openLayout } = useLayout(form, selected)
  const { edit, refusalsOf, problems, dismiss } = useEdit(store, form, layout)
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
      ...lasting,
      select: selected.write,
      openArea: (area, detail = null) => setPlace((old) => ({ ...old, area, detail })),
      openForm,
      layout,
      openLayout,
      onPublished,
      edit,
      refusalsOf,
    }),
    [
      app,
      store,
      locale,
      form,
      place,
      lasting,
      selected,
      openForm,
      layout,
      openLayout,
      onPublished,
      edit,
      refusalsOf,
    ],
  )
  return { design, problems, dismiss }
}
