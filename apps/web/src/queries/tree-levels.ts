import type { TreePage, TreeQuery } from '@pipewright/contract'
import { useQueries, useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { client } from './client.ts'

const firstStep = 100
const pageSize = 500

/** Records of a level after so many steps: a few first, then by the page. */
const goalOf = (step: number): number => firstStep + step * pageSize

type Params = { readonly workspace: string; readonly form: string }
type Under = string | null

const nothing: TreePage = { rows: [], next: null, children: {}, paths: {} }

/** What a shorter level ended with, as long as nothing has changed since. */
function shorter(queries: QueryClient, key: QueryKey): TreePage {
  const before = queries.getQueryState<TreePage>(key)
  return before?.data === undefined || before.isInvalidated ? nothing : before.data
}

/** The first records of a level, page after page, as many as are wanted. */
async function readLevel(params: Params, body: TreeQuery, goal: number, from: TreePage): Promise<TreePage> {
  let all = from
  do {
    const limit = Math.min(pageSize, goal - all.rows.length)
    const page = await client.call('queryTree', {
      params,
      body: { ...body, limit, ...(all.next === null ? {} : { after: all.next }) },
    })
    all = {
      rows: [...all.rows, ...page.rows],
      next: page.next,
      children: { ...all.children, ...page.children },
      paths: { ...all.paths, ...page.paths },
    }
  } while (all.next !== null && all.rows.length < goal)
  return all
}

/** How far levels were asked for, and which have come in sight; another question begins at its beginning. */
interface Progress {
  readonly of: string
  readonly steps: ReadonlyMap<Under, number>
  readonly needed: ReadonlySet<Under>
}
const begin = (of: string): Progress => ({ of, steps: new Map(), needed: new Set([null]) })

/** The levels that are in the open part of the tree, as far as it is here and was in sight. */
function wantedLevels(
  answerOf: (under: Under) => TreePage | undefined,
  { needed }: Progress,
  open: ReadonlySet<string>,
  circles: TreePage | undefined,
): Under[] {
  const wanted = new Set<Under>()
  const visitRows = (page: TreePage | undefined): void => {
    for (const { id } of page?.rows ?? []) if (open.has(id) && page?.children[id] !== undefined) visit(id)
  }
  const visit = (under: Under): void => {
    if (wanted.has(under) || !needed.has(under)) return
    wanted.add(under)
    visitRows(answerOf(under))
  }
  visit(null)
  visitRows(circles)
  return [...wanted]
}

/** Records that lie in no level; asked for once, and anew when somebody moves one. */
function useCircles(params: Params, { search, ...query }: TreeQuery): TreePage | undefined {
  const { workspace, form } = params
  const circles = useQuery({
    enabled: search === undefined,
    queryKey: ['records', workspace, form, 'circles', query],
    queryFn: () => client.call('queryCircles', { params, body: query }),
    staleTime: Infinity,
  })
  return search === undefined && (circles.data?.rows.length ?? 0) > 0 ? circles.data : undefined
}

const asLevel = ({ rows, children, paths }: TreePage, hasMore: boolean, failed: boolean) => ({
  rows,
  children,
  paths,
  hasMore,
  failed,
})

/** How far the levels are asked for, as long as the question is the same. */
function useProgress(name: string) {
  const [kept, keep] = useState(() => begin(name))
  const progress = useMemo(() => (kept.of === name ? kept : begin(name)), [kept, name])
  const change = useCallback(
    (next: (now: Progress) => Progress) => keep((before) => next(before.of === name ? before : begin(name))),
    [name],
  )
  return { progress, change }
}

/** What is here of the levels that are wanted. */
function useAnswers(params: Params, query: TreeQuery, open: ReadonlySet<string>, progress: Progress) {
  const { workspace, form } = params
  const queries = useQueryClient()
  const circles = useCircles(params, query)
  const keyOf = (under: Under, step: number) => ['records', workspace, form, 'tree', query, under, step]
  const stepOf = (under: Under) => progress.steps.get(under) ?? 0
  const answerOf = (under: Under) =>
    queries.getQueryData<TreePage>(keyOf(under, stepOf(under))) ??
    queries.getQueryData<TreePage>(keyOf(under, stepOf(under) - 1))
  const wanted = wantedLevels(answerOf, progress, open, circles)
  const answers = useQueries({
    queries: wanted.map((under) => {
      const step = stepOf(under)
      const { search, ...rest } = query
      // Below what was found lies all of it.
      const body = under === null && search !== undefined ? { ...rest, search } : { ...rest, under }
      return {
        queryKey: keyOf(under, step),
        queryFn: () => readLevel(params, body, goalOf(step), shorter(queries, keyOf(under, step - 1))),
        placeholderData: () => queries.getQueryData<TreePage>(keyOf(under, step - 1)),
      }
    }),
  })
  const retry = (under: Under) => void queries.refetchQueries({ queryKey: keyOf(under, stepOf(under)) })
  return { wanted, answers, circles, retry }
}

/** The levels of a tree that are open and in sight; each goes on as far as somebody asks. */
export function useTreeLevels(params: Params, query: TreeQuery, open: ReadonlySet<string>) {
  const { progress, change } = useProgress(JSON.stringify(query))
  const { wanted, answers, circles, retry } = useAnswers(params, query, open, progress)
  const stamp = answers
    .map(({ dataUpdatedAt, data, isError, isPlaceholderData }, place) =>
      [wanted[place], dataUpdatedAt, data?.rows.length, isError, isPlaceholderData].join('.'),
    )
    .join(' ')
  const levels = useMemo(
    () =>
      new Map(
        wanted.map((under, place) => {
          const answer = answers[place]
          const failed = answer?.isError === true && answer.data === undefined
          if (answer?.data === undefined && !failed) return [under, undefined] as const
          const data = answer?.data ?? nothing
          const isComing = answer?.isPlaceholderData === true
          return [under, asLevel(data, data.next !== null || isComing, failed)] as const
        }),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the stamp says when what was loaded is another
    [stamp],
  )
  const onNeed = useCallback(
    (under: readonly string[]) => change((now) => ({ ...now, needed: new Set([...now.needed, ...under]) })),
    [change],
  )
  const onMore = useCallback(
    (under: Under) => {
      const have = levels.get(under)?.rows.length ?? 0
      change((now) => {
        const step = now.steps.get(under) ?? 0
        // What was asked for last is still on its way.
        return goalOf(step) > have ? now : { ...now, steps: new Map(now.steps).set(under, step + 1) }
      })
    },
    [levels, change],
  )
  const circling = useMemo(() => circles && asLevel(circles, false, false), [circles])
  const error = levels.get(null)?.failed === true ? (answers[0]?.error ?? null) : null
  return {
    levels,
    onNeed,
    onMore,
    onRetry: retry,
    error,
    ...(circling === undefined ? {} : { circles: circling }),
  }
}
