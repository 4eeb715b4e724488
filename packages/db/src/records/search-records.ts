import {
  findMarks,
  hitsPerForm,
  markedPart,
  planSearchAll,
  planTargetSearch,
  type Mark,
  type TargetSearch,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

export interface SearchHit {
  readonly id: string
  readonly title: string
  /** What of the title was sought. */
  readonly marks?: readonly Mark[]
  /** The field where it was found, when the title does not show it. */
  readonly found?: { readonly field: string; readonly text: string; readonly marks: readonly Mark[] }
}

export interface SearchGroup {
  readonly form: string
  readonly hits: readonly SearchHit[]
}

interface Hit {
  readonly form: string
  readonly id: string
  readonly title: string | null
  /** Its title is what was sought. */
  readonly named: boolean
}

interface TextHit extends Hit {
  readonly at: string
  readonly texts: Readonly<Record<string, string | null>>
}

/** What is called so comes first, and once. */
function groupsOf(hits: readonly Hit[], limit: number): readonly SearchGroup[] {
  const namedFirst = hits.toSorted((one, other) => Number(other.named) - Number(one.named))
  return [...Map.groupBy(namedFirst, ({ form }) => form)].map(([form, found]) => ({
    form,
    hits: [...new Map(found.map(({ id, title }) => [id, { id, title: title ?? '' }])).values()].slice(
      0,
      limit,
    ),
  }))
}

function markedHit({ id, title, texts }: TextHit, search: string): SearchHit {
  const own = { id, title: title ?? '', marks: findMarks(title ?? '', search) }
  if (own.marks.length > 0) return own
  for (const [field, text] of Object.entries(texts)) {
    const marks = findMarks(text ?? '', search)
    if (marks.length > 0) return { ...own, found: { field, ...markedPart(text ?? '', marks) } }
  }
  return own
}

/** The first hits over every form the actor may read: what is called so, then what was changed last; of the forms alike. */
export async function searchAll(
  connection: Connection,
  scene: Scene,
  search: string,
): Promise<readonly SearchGroup[]> {
  const sought = search.slice(0, 200)
  const statement = planSearchAll(readSceneOf(scene), sought)
  if (statement === undefined) return []
  const hits = await runOnce<TextHit>(connection, statement)
  const latest = hits.toSorted(
    (one, other) => Number(other.named) - Number(one.named) || Date.parse(other.at) - Date.parse(one.at),
  )
  return [...Map.groupBy(latest, ({ form }) => form)].map(([form, found]) => ({
    form,
    hits: found.slice(0, hitsPerForm).map((hit) => markedHit(hit, sought)),
  }))
}

/** The first hits in each form that a relation to any of several may point to: one statement over all of them. */
export async function searchTargets(
  connection: Connection,
  scene: Scene,
  request: TargetSearch,
): Promise<Outcome<{ readonly groups: readonly SearchGroup[] }>> {
  const plan = planTargetSearch(readSceneOf(scene), request)
  if (!plan.ok) return plan
  if (plan.statement === undefined) return { ok: true, groups: [] }
  const groups = groupsOf(
    await (request.search === undefined ? run : runOnce)<Hit>(connection, plan.statement),
    request.limit,
  )
  const placeOf = new Map(request.targets.map(({ form }, place) => [form, place]))
  const place = ({ form }: SearchGroup) => placeOf.get(form) ?? 0
  return { ok: true, groups: groups.toSorted((one, other) => place(one) - place(other)) }
}
