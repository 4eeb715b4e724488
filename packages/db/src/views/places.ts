import { planTitles, readableForm } from '@pipewright/compiler'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { arrangeFavourites, mostFavourites, type FavouritesChange } from './arrange-favourites.ts'
import { savedViewNames } from './saved-views.ts'

/** A page that somebody comes back to, by its address below the workspace. */
export interface Place {
  readonly path: string
  /** Null where the definition names the page: lists, views and dashboards of the app, and fixed pages. */
  readonly title: string | null
}

export interface Places {
  readonly favourites: readonly Place[]
  readonly recent: readonly Place[]
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const recordPath = new RegExp(`^/f/([a-z][a-z0-9_]*)/(${uuid})$`)
const viewPath = new RegExp(`^/f/([a-z][a-z0-9_]*)\\?view=(${uuid})$`)
const listPath = /^\/f\/([a-z][a-z0-9_]*)(\?|$)/

/** So many records are asked for: some of them may be gone or hidden by now. */
const mostAsked = 30
const mostRecent = 12

interface Kept {
  readonly favourites: readonly string[]
  readonly recent: readonly string[]
}

/** What the member keeps and opened last; what lies in the recycle bin is left out. */
async function readKept(connection: Connection, { workspace, actor }: Scene): Promise<Kept> {
  const [desk, look, gone] = ['_desk', '_look', '_gone'].map((name) => quoteTable(workspace.schema, name))
  const [row] = await connection.query<Kept>(
    prepared({
      text: `select coalesce((select jsonb_agg(path order by place) from ${desk}, jsonb_array_elements_text(favourites)
            with ordinality as kept(path, place)
          where member = $1 and not exists (select 1 from ${gone} where '/f/' || form || '/' || record = path)), '[]') as favourites,
        coalesce((select jsonb_agg('/f/' || form || '/' || record order by seen_at desc) from
          (select form, record, seen_at from ${look} l where member = $1 and seen_at is not null
            and not exists (select 1 from ${gone} g where g.record = l.record)
            order by seen_at desc limit ${mostAsked}) latest), '[]') as recent`,
      values: [actor.memberId],
    }),
  )
  return row ?? { favourites: [], recent: [] }
}

/** Titles of the records among addresses, as far as the actor may see them now. */
async function titlesOf(connection: Connection, scene: Scene, paths: readonly string[]) {
  const wanted = new Map<string, Set<string>>()
  for (const path of paths) {
    const [, form, id] = recordPath.exec(path) ?? []
    if (form === undefined || id === undefined || readableForm(scene.rights, form) === undefined) continue
    wanted.set(form, (wanted.get(form) ?? new Set<string>()).add(id))
  }
  const statement = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  const rows =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  return new Map(rows.map(({ id, title }) => [id, title ?? '']))
}

/** Favourites and what was opened last, named as the actor may see it now; what he may not see any more is left out. */
export async function readPlaces(connection: Connection, scene: Scene): Promise<Places> {
  const { favourites, recent } = await readKept(connection, scene)
  const titles = await titlesOf(connection, scene, [...favourites, ...recent])
  const views = favourites.flatMap((path) => viewPath.exec(path)?.[2] ?? [])
  const names = views.length === 0 ? new Map() : await savedViewNames(connection, scene, views)
  const placeOf = (path: string): Place[] => {
    const record = recordPath.exec(path)?.[2]
    const view = viewPath.exec(path)?.[2]
    const form = listPath.exec(path)?.[1]
    const title = record === undefined ? (view === undefined ? null : names.get(view)) : titles.get(record)
    const isHidden = form !== undefined && readableForm(scene.rights, form) === undefined
    return title === undefined || isHidden ? [] : [{ path, title }]
  }
  return {
    favourites: favourites.flatMap(placeOf),
    recent: recent.flatMap(placeOf).slice(0, mostRecent),
  }
}

/** Changes the favourites of the actor; false when they would be too many. */
export function changeFavourites(
  on: Transacting,
  { workspace, actor }: Scene,
  change: FavouritesChange,
): Promise<boolean> {
  const desk = quoteTable(workspace.schema, '_desk')
  return on.transaction(async (tx) => {
    const [row] = await tx.query<{ favourites: readonly string[] }>({
      text: `insert into ${desk} (member) values ($1) on conflict (member) do update set member = excluded.member
        returning favourites`,
      values: [actor.memberId],
    })
    const before = row?.favourites ?? []
    const after = arrangeFavourites(before, change)
    if (after.length > Math.max(mostFavourites, before.length)) return false
    await tx.query({
      text: `update ${desk} set favourites = $2 where member = $1`,
      values: [actor.memberId, JSON.stringify(after)],
    })
    return true
  })
}
