import { localize } from '@pipewright/metadata'
import { useOptionSearch } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchHit } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { client } from '../queries/client.ts'
import type { Entry } from './palette-entry.ts'
import { useLatest, usePlacesToGo } from './use-places-to-go.ts'
import { useThingsToDo } from './use-things-to-do.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

type Marks = readonly (readonly [number, number])[]

export interface Hit {
  readonly key: string
  readonly icon: string
  readonly title: string
  readonly group: string
  readonly marks: Marks
  /** Where it was found, when the title does not show it. */
  readonly found?: { readonly label: string; readonly text: string; readonly marks: Marks }
  readonly path?: string
  readonly run?: () => void
}

/** Entries that every typed word fits, those whose title begins with it first. */
function fitting(entries: readonly Entry[], q: string, matches: (text: string, name: string) => boolean) {
  const words = q.split(/\s+/u).filter((word) => word !== '')
  const begins = ({ title }: Entry) => (title.toLowerCase().startsWith(q) ? 0 : 1)
  return entries
    .filter(({ names, title }) =>
      words.every((word) => [title, ...names].some((name) => matches(word, name))),
    )
    .toSorted((one, other) => begins(one) - begins(other))
}

function recordHit(
  form: Form,
  { id, title, marks, found }: SearchHit,
  base: string,
  locale: 'en' | 'zh',
): Hit {
  const field = form.fields.find(({ key }) => key === found?.field)
  return {
    key: id,
    path: `${base}/${id}`,
    icon: form.icon ?? 'form',
    title,
    group: localize(form.label, locale),
    marks: marks ?? [],
    ...(found !== undefined &&
      field !== undefined && { found: { ...found, label: localize(field.label, locale) } }),
  }
}

interface Found {
  readonly hits: readonly Hit[]
  readonly searching: boolean
  /** The records among them are still those of what was typed before. */
  readonly isOld: boolean
}

/** What fits the typed text: records first, as the server finds them, then pages and actions; without text what was open last. */
export function useHits(q: string): Found {
  const app = useWorkspace()
  const locale = useUiLocale()
  const [latest, places, actions] = [useLatest(), usePlacesToGo(), useThingsToDo()]
  const needle = q.trim().toLowerCase()
  const { matches, onSearch } = useOptionSearch(() =>
    [...places, ...actions].flatMap(({ title, names }) => [title, ...names]),
  )
  const search = useQuery({
    queryKey: ['search', app.workspace.key, needle],
    queryFn: () => {
      onSearch(needle)
      return client.call('searchAll', { params: { workspace: app.workspace.key }, query: { q: needle } })
    },
    enabled: needle !== '',
    placeholderData: keepPreviousData,
  })
  const groups = needle === '' ? [] : (search.data?.groups ?? [])
  const records = groups.flatMap(({ form: key, hits }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined) return []
    return hits.map((hit) => recordHit(form, hit, workspacePath(app, `/f/${key}`), locale))
  })
  const entries =
    needle === '' ? [...latest, ...actions, ...places] : fitting([...places, ...actions], needle, matches)
  const others = entries.map(({ path, key, icon, title, group, run }) => ({
    key,
    icon,
    title,
    group,
    ...(run !== undefined && { run }),
    marks: [],
    ...(path !== undefined && { path: workspacePath(app, path) }),
  }))
  const all = [...records, ...others]
  const once = [...new Map(all.map((hit) => [hit.path ?? hit.key, hit])).values()]
  const searching = search.isFetching && needle !== ''
  return { hits: once, searching, isOld: searching && (search.isPlaceholderData || search.isPending) }
}
