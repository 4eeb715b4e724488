import { localize } from '@pipewright/metadata'
import type { LocalizedText } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { homesOf } from '../pages/rates/rates-answer.ts'
import { useFavourites, useRecents } from '../places/use-places.ts'
import { useText, type TextKey } from '../texts/use-text.ts'
import { navigationGroups } from './navigation-groups.ts'
import type { Entry } from './palette-entry.ts'
import { useWorkspace } from './workspace-context.ts'

const both = (label: LocalizedText): string[] => Object.values(label).filter((one) => one !== '')

/** Favourites and what was opened last, as far as it may still be read. */
export function useLatest(): readonly Entry[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const [favourites, recents] = [useFavourites(), useRecents()]
  const known = new Map([...recents, ...favourites].map((place) => [place.path, place]))
  return [...known.values()].flatMap(({ path, form: key, title }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined || app.rights[key]?.read !== true) return []
    const shown = title ?? localize(form.labelPlural, locale)
    const group =
      title === undefined ? text('favourite') : `${text('recent')} · ${localize(form.label, locale)}`
    return [{ key: path, path, icon: form.icon ?? 'form', title: shown, group, names: [shown] }]
  })
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
  const fixed = (path: string, icon: string, key: TextKey, may = true): Entry[] =>
    may ? [{ key: path, path, icon, title: text(key), group: text('goTo'), names: [text(key)] }] : []
  return [
    ...pages,
    ...views,
    ...fixed('/todo', 'switch', 'todo'),
    ...fixed('/members', 'team', 'members', app.may.manageMembers),
    ...fixed('/rates', 'money', 'exchangeRates', app.may.manageMembers && homesOf(app.definition).length > 0),
    ...fixed('/settings', 'setting', 'settingsTitle', app.may.manageMembers),
    ...fixed('/design', 'edit', 'designApp', app.may.build),
    ...fixed('/kept', 'delete', 'keptTitle', app.may.build),
  ]
}
