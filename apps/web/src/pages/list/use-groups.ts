import type { GroupsQuery, Query, RecordAnswer, RecordGroup } from '@pipewright/contract'
import type { TableEntry, TableGrouping } from '@pipewright/renderer'
import type { Expression, TableGroup, TableSummary } from '@pipewright/schemas'
import { useQueries, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { keptValue } from '../../places/kept-value.ts'
import { client } from '../../queries/client.ts'

interface Place {
  readonly workspace: string
  readonly form: string
}

interface Part<T> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<T>
}

type GroupsPage = { groups: RecordGroup[]; next: number | null }
type RowsPage = { rows: RecordAnswer[]; next: string | null }

const groupsPart = (params: Place, body: GroupsQuery): Part<GroupsPage> => ({
  queryKey: ['records', params.workspace, params.form, 'groups', body],
  queryFn: () => client.call('groupRecords', { params, body }),
})

const rowsPart = (params: Place, body: Query): Part<RowsPage> => ({
  queryKey: ['records', params.workspace, params.form, 'pages', body, 'of a group'],
  queryFn: () => client.call('queryRecords', { params, body }),
})

interface Walk {
  readonly queries: QueryClient
  readonly place: Place
  readonly query: Query
  readonly groups: readonly TableGroup[]
  readonly summaries: readonly TableSummary[]
  readonly isOpen: (key: string) => boolean
  readonly pages: Readonly<Record<string, number>>
  /** Pages of a group that are read without being scrolled to. */
  readonly firstPages: 0 | 1
  readonly onMore: (key: string, from: number) => void
  readonly parts: Part<unknown>[]
  readonly entries: TableEntry[]
  readonly rows: RecordAnswer[]
}

/** What is known of a part; asks for it when nothing is. */
function known<T>(walk: Walk, part: Part<T>): T | undefined {
  walk.parts.push(part)
  return walk.queries.getQueryData<T>(part.queryKey)
}

const within = (filter: Expression | undefined): { filter?: Expression } =>
  filter === undefined ? {} : { filter }

function walkRows(walk: Walk, key: string, filter: Expression | undefined): void {
  let after: string | null = null
  for (let page = 0; page < (walk.pages[key] ?? walk.firstPages); page += 1) {
    const { columns, sort, search } = walk.query
    const body: Query = {
      ...(columns === undefined ? {} : { columns }),
      ...(sort === undefined ? {} : { sort }),
      ...(search === undefined ? {} : { search }),
      ...within(filter),
      limit: 50,
      ...(after === null ? {} : { after }),
    }
    const data: RowsPage | undefined = known(walk, rowsPart(walk.place, body))
    if (data === undefined) return waiting(walk, key)
    for (const record of data.rows) {
      walk.entries.push({ kind: 'row', key: `${key} ${record.id}`, record, row: walk.rows.length })
      walk.rows.push(record)
    }
    if (data.next === null) return
    after = data.next
  }
  more(walk, key, walk.firstPages)
}

const nothing = () => undefined

const waiting = (walk: Walk, key: string) =>
  void walk.entries.push({ kind: 'more', key: `${key} waits`, level: walk.groups.length, fetch: nothing })

const more = (walk: Walk, key: string, from: number) =>
  void walk.entries.push({
    kind: 'more',
    key: `${key} more`,
    level: walk.groups.length,
    fetch: () => walk.onMore(key, from),
  })

/** The groups of a level inside those around them, and below each that is open what is in it. */
function walkGroups(walk: Walk, level: number, around: string, filter: Expression | undefined): void {
  const by = walk.groups[level]
  if (by === undefined) return walkRows(walk, around, filter)
  let skip = 0
  for (let page = 0; page < (walk.pages[around] ?? 1); page += 1) {
    const { search } = walk.query
    const body: GroupsQuery = {
      ...within(filter),
      ...(search === undefined ? {} : { search }),
      group: by,
      summaries: [...walk.summaries],
      limit: 50,
      ...(skip === 0 ? {} : { skip }),
    }
    const data: GroupsPage | undefined = known(walk, groupsPart(walk.place, body))
    if (data === undefined) return waiting(walk, around)
    for (const group of data.groups) {
      const key = `${around}/${JSON.stringify(group.value)}`
      const open = walk.isOpen(key)
      walk.entries.push({ kind: 'group', key, level, by, group, open })
      if (open)
        walkGroups(
          walk,
          level + 1,
          key,
          filter === undefined ? group.filter : { and: [filter, group.filter] },
        )
    }
    if (data.next === null) return
    skip = data.next
  }
  more(walk, around, 1)
}

const areKeys = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string')
const unfolded = keptValue<readonly string[]>('pipewright.unfolded.', [], areKeys)
/** So many groups that somebody unfolded, or folded where they start open, are remembered. */
const mostUnfolded = 100

export interface GroupsAsked extends Place {
  readonly member: string
  readonly view: string
  readonly query: Query
  readonly groups: readonly TableGroup[]
  readonly summaries: readonly TableSummary[]
  /** Groups are open until somebody folds them, and are read when they come in sight. */
  readonly startsOpen?: boolean
}

/** The lines of a grouped table: only groups that are open are read, page by page. */
export function useGroups(asked: GroupsAsked) {
  const { workspace, form, query, groups, summaries } = asked
  const queries = useQueryClient()
  const startsOpen = asked.startsOpen === true
  const keptAt = `${asked.member}.${form}.${asked.view}.${groups.map(({ field, bucket = '' }) => field + bucket).join('/')}`
  const turnedKeys = unfolded.use(keptAt)
  const turned = useMemo(() => new Set(turnedKeys), [turnedKeys])
  const [pages, setPages] = useState<Readonly<Record<string, number>>>({})
  const onMore = (key: string, from: number) => setPages((now) => ({ ...now, [key]: (now[key] ?? from) + 1 }))
  const walk: Walk = {
    queries,
    place: { workspace, form },
    query,
    groups,
    summaries,
    isOpen: (key) => turned.has(key) !== startsOpen,
    pages,
    firstPages: startsOpen ? 0 : 1,
    onMore,
    parts: [],
    entries: [],
    rows: [],
  }
  if (groups.length > 0) walkGroups(walk, 0, '', query.filter)
  const results = useQueries({ queries: walk.parts.map((part) => ({ ...part, staleTime: 30_000 })) })
  // What is read here of a result is what it tells the table of: its data too.
  const failed = results.find((result) => result.data === undefined && result.isError)
  const grouping: TableGrouping = {
    entries: walk.entries,
    onToggle: (key, isOpen) =>
      unfolded.write(
        keptAt,
        [
          ...unfolded.read(keptAt).filter((one) => one !== key),
          ...(isOpen !== startsOpen ? [key] : []),
        ].slice(-mostUnfolded),
      ),
  }
  return { grouping, rows: walk.rows, error: failed?.error ?? null, retry: () => void failed?.refetch() }
}

/** What all records of a list come to. */
export function useTotal({ workspace, form, query, summaries }: GroupsAsked, wanted: boolean) {
  const { filter, search } = query
  const body: GroupsQuery = {
    ...within(filter),
    ...(search === undefined ? {} : { search }),
    summaries: [...summaries],
  }
  const total = useQuery({ ...groupsPart({ workspace, form }, body), enabled: wanted })
  return total.data?.groups[0]
}
