import type { App, Query } from '@pipewright/contract'
import type { QueryClient } from '@tanstack/react-query'
import { appKey } from './app.ts'
import { holdsFilesOf, tellsOf } from './around.ts'
import { client } from './client.ts'
import { listsAbout } from './lists-about.ts'
import { liveFigures } from './live-figures.ts'
import { withRows, type Pages } from './with-rows.ts'

/** What is told of changed records: which, or that they are too many to name. Values are asked for. */
export interface ToldRecords {
  readonly form: string
  readonly ids: readonly string[] | null
}

/** So long further news is waited for; a part of it by chance, so that not all open pages ask in the same moment. */
const pauseMs = 150
const spreadMs = 400
/** Lists of related records on the page of another one. */
const ofOtherPages = ['related', 'relatedCount']
/** A whole list is asked for anew no more often than this. */
const rereadMs = 5000
/** Over this time all open pages ask anew after an interruption. */
const spreadAllMs = 3000

const isShown = (): boolean => document.visibilityState === 'visible'

/** The same list, of these records alone. */
function amongThese(query: Query, ids: string[]): Query {
  const only = { in: [{ var: 'id' }, ids] }
  const filter = query.filter === undefined ? only : { and: [query.filter, only] }
  return { ...query, filter, limit: ids.length }
}

/** Kinds of lists that hold rows of their form. */
const listed = ['pages', 'window'] as const

/** Pages of one list end their key with what they ask for; counts, and parts of a grouped list, with a word. */
const isOneList = (key: readonly unknown[]): boolean => typeof key.at(-1) === 'object'

const keysIn =
  (workspace: string) =>
  (form: string, ...rest: readonly unknown[]) => ['records', workspace, form, ...rest]

/** Some of the queries below a key. */
interface Among {
  readonly name: string
  readonly predicate: (query: { readonly queryKey: readonly unknown[] }) => boolean
}

/** What stands around records and is of a form, too. */
const aroundOf = (form: string): Among => ({
  name: `around ${form}`,
  predicate: (query) => holdsFilesOf(form)(query) || tellsOf(form)(query),
})

/** Asks anew, but not for every one of many changes that follow each other. */
function askSeldom(queries: QueryClient) {
  const reread = new Map<string, number>()
  function ask(key: readonly unknown[], among?: Among): void {
    const hash = JSON.stringify([key, among?.name])
    const due = (reread.get(hash) ?? 0) + rereadMs - Date.now()
    if (due > 0) return void setTimeout(() => ask(key, among), due)
    reread.set(hash, Date.now())
    void queries.invalidateQueries({ queryKey: key, ...(among && { predicate: among.predicate }) })
  }
  return ask
}

/** Asks for everything that is shown after the stream was interrupted, which it may be for many pages at once. */
function askAfterGaps(queries: QueryClient) {
  let isDue = false
  function wake(): void {
    if (!isDue || !isShown()) return
    isDue = false
    void queries.invalidateQueries({ queryKey: ['records'] })
  }
  function note(): void {
    isDue = true
    setTimeout(wake, Math.random() * spreadAllMs)
  }
  return { note, wake }
}

/** Asks anew for what is open and of the records that changed; null for `ids` stands for more than can be told. */
function refreshing(queries: QueryClient, workspace: string) {
  const ask = askSeldom(queries)
  const keyOf = keysIn(workspace)
  async function refreshList(form: string, key: readonly unknown[], ids: ReadonlySet<string>): Promise<void> {
    const body = amongThese(key.at(-1) as Query, [...ids])
    const { rows } = await client.call('queryRecords', { params: { workspace, form }, body })
    const before = queries.getQueryData<Pages>(key)
    if (before === undefined) return
    queries.setQueryData<Pages>(key, withRows(before, ids, rows))
    const shown = new Set(before.pages.flatMap((page) => page.rows.map(({ id }) => id)))
    // A record that is new to the list has a place that only the server knows.
    if (rows.some(({ id }) => !shown.has(id))) ask(key)
  }

  function askWhatIsAbout(form: string, ids: ReadonlySet<string> | null): void {
    const app = queries.getQueryData<App>(appKey(workspace))
    const open = queries.getQueryCache().findAll({ queryKey: ['records', workspace], type: 'active' })
    for (const key of app ? listsAbout(app.definition, open, form, ids) : []) ask(key)
  }

  return (form: string, ids: ReadonlySet<string> | null): void => {
    const shown = (kind: string) =>
      queries.getQueryCache().findAll({ queryKey: keyOf(form, kind), type: 'active' })
    for (const { queryKey } of listed.flatMap(shown)) {
      if (ids === null || !isOneList(queryKey)) ask(queryKey)
      else void refreshList(form, queryKey, ids).catch(() => undefined)
    }
    for (const kind of ['board', 'tree', 'groups', 'count', 'map'])
      if (shown(kind).length > 0) ask(keyOf(form, kind))
    for (const kind of ofOtherPages) ask(['records', form, kind])
    askWhatIsAbout(form, ids)
    ask(['records', workspace], aroundOf(form))
    for (const id of ids ?? []) {
      void queries.invalidateQueries({ queryKey: keyOf(form, 'one', id) })
      void queries.invalidateQueries({ queryKey: keyOf(form, 'timeline', id) })
    }
    void queries.invalidateQueries({ queryKey: keyOf(form), type: 'inactive', refetchType: 'none' })
  }
}

/** Brings changes of others to what is on the screen: a window that nobody looks at asks when it is looked at again. */
export function liveRecords(queries: QueryClient, workspace: string) {
  let waiting = new Map<string, Set<string> | null>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const missed = askAfterGaps(queries)
  const refresh = refreshing(queries, workspace)
  const figures = liveFigures(queries, workspace, isShown)

  function flush(): void {
    timer = undefined
    if (!isShown()) return
    const told = waiting
    waiting = new Map()
    for (const [form, ids] of told) refresh(form, ids)
  }

  const soon = () => {
    timer ??= setTimeout(flush, pauseMs + Math.random() * spreadMs)
  }

  return {
    missSome: missed.note,
    hear({ form, ids }: ToldRecords): void {
      const before = waiting.get(form)
      const all = ids === null || before === null ? null : new Set([...(before ?? []), ...ids])
      waiting.set(form, all !== null && all.size > 100 ? null : all)
      figures.note(form)
      soon()
    },
    wake(): void {
      missed.wake()
      figures.wake()
      if (isShown() && waiting.size > 0) soon()
    },
    stop(): void {
      clearTimeout(timer)
      figures.stop()
    },
  }
}
