import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../queries/client.ts'
import { useText } from '../texts/use-text.ts'
import { navigationGroups } from './navigation-groups.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

export interface Hit {
  readonly path: string
  readonly icon: string
  readonly title: string
  readonly group: string
}

/** Pages, "new …" and the like: what can be found without asking the server. */
function usePlaces(): readonly Hit[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const pages = navigationGroups(app)
    .flatMap((group) => group.entries)
    .map(({ path, icon, label }) => ({ path, icon, title: localize(label, locale), group: text('goTo') }))
  const makers = app.definition.forms
    .filter((form) => app.rights[form.key]?.create === true)
    .map((form) => ({
      path: `/f/${form.key}/new`,
      icon: 'plus',
      title: text('newRecord', { form: localize(form.label, locale) }),
      group: text('action'),
    }))
  const others = [
    { path: '/todo', icon: 'switch', title: text('todo'), group: text('goTo') },
    ...(app.may.manageMembers
      ? [
          { path: '/members', icon: 'team', title: text('members'), group: text('goTo') },
          { path: '/rates', icon: 'money', title: text('exchangeRates'), group: text('goTo') },
        ]
      : []),
    ...(app.may.build
      ? [
          { path: '/design', icon: 'edit', title: text('designApp'), group: text('goTo') },
          { path: '/kept', icon: 'delete', title: text('keptTitle'), group: text('goTo') },
        ]
      : []),
  ]
  return [...pages, ...others, ...makers].map((hit) => ({ ...hit, path: workspacePath(app, hit.path) }))
}

/** What fits the typed text: records first, as the server finds them, then pages and actions. */
export function useHits(q: string): { readonly hits: readonly Hit[]; readonly searching: boolean } {
  const app = useWorkspace()
  const locale = useUiLocale()
  const places = usePlaces()
  const needle = q.trim().toLowerCase()
  const search = useQuery({
    queryKey: ['search', app.workspace.key, needle],
    queryFn: () =>
      client.call('searchAll', { params: { workspace: app.workspace.key }, query: { q: needle } }),
    enabled: needle !== '',
    placeholderData: keepPreviousData,
  })
  const groups = needle === '' ? [] : (search.data?.groups ?? [])
  const records = groups.flatMap(({ form: key, hits }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined) return []
    return hits.map(({ id, title }) => ({
      path: workspacePath(app, `/f/${key}/${id}`),
      icon: form.icon ?? 'form',
      title,
      group: localize(form.label, locale),
    }))
  })
  const fitting = places.filter((hit) => hit.title.toLowerCase().includes(needle))
  return { hits: [...records, ...fitting], searching: search.isFetching && needle !== '' }
}
