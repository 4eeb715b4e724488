import { localize } from '@pipewright/metadata'
import type { LocalizedText } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useNamedPlaces } from '../places/use-named-places.ts'
import { usePlaces } from '../places/use-places.ts'
import { useText } from '../texts/use-text.ts'
import { fixedPages } from './fixed-pages.ts'
import { navigationGroups } from './navigation-groups.ts'
import type { Entry } from './palette-entry.ts'
import { useWorkspace } from './workspace-context.ts'

const both = (label: LocalizedText): string[] => Object.values(label).filter((one) => one !== '')

/** What was opened last and the favourites, as far as they may still be read. */
export function useLatest(): readonly Entry[] {
  const text = useText()
  const { favourites, recent } = usePlaces()
  const named = useNamedPlaces()
  const known = new Map([
    ...named(recent).map((place) => [place.path, { ...place, kind: text('recent') }] as const),
    ...named(favourites).map((place) => [place.path, { ...place, kind: text('favourite') }] as const),
  ])
  return [...known.values()].map(({ path, icon, title, of, kind }) => ({
    key: path,
    path,
    icon,
    title,
    group: of === '' ? kind : `${kind} · ${of}`,
    names: [title],
  }))
}

/** Forms, views, dashboards, and the pages of members, administrators and builders. */
export function usePlacesToGo(): readonly Entry[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const pages = navigationGroups(app)
    .flatMap(({ entries }) => entries)
    .map(({ path, icon, label }) => ({
      key: path,
      path,
      icon,
      title: localize(label, locale),
      group: text('goTo'),
      names: both(label),
    }))
  const views = app.definition.views.flatMap((view) => {
    const form = app.definition.forms.find(({ key }) => key === view.form)
    if (form === undefined || app.rights[form.key]?.read !== true) return []
    const path = `/f/${form.key}?view=${view.key}`
    const group = localize(form.labelPlural, locale)
    const names = [...both(view.label), ...both(form.labelPlural)]
    return [{ key: path, path, icon: form.icon ?? 'form', title: localize(view.label, locale), group, names }]
  })
  return [
    ...pages,
    ...views,
    ...fixedPages(app, text).map((page) => ({
      ...page,
      key: page.path,
      group: text('goTo'),
      names: [page.title],
    })),
  ]
}
