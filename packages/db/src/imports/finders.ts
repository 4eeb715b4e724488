import {
  foldWords,
  isIdentity,
  matchText,
  planFind,
  planFindIds,
  readMark,
  type ColumnMapping,
  type Found,
  type NameMake,
  type NamePick,
} from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

export type Finder = (text: string) => Found

/** Every record that a text may mean. */
export type Matcher = (text: string) => readonly string[]

const nothing: Matcher = () => []

interface Hit {
  readonly id: string
  readonly value: string | null
}

/** By what is the same but for width and case. */
type FoldedHits = ReadonlyMap<string, readonly Hit[]>

const foldedHits = (hits: readonly Hit[], fold: (text: string) => string): FoldedHits =>
  Map.groupBy(hits, ({ value }) => fold(value ?? ''))

/** By what stands there exactly, else by what is the same but for width and case. */
function matcherIn(folded: FoldedHits, fold: (text: string) => string): Matcher {
  return (text) => {
    const key = fold(text)
    const near = key === '' ? [] : (folded.get(key) ?? [])
    const exact = near.filter(({ value }) => value === text.trim())
    return [...new Set((exact.length > 0 ? exact : near).map(({ id }) => id))]
  }
}

export const matcherOver = (hits: readonly Hit[], fold: (text: string) => string): Matcher =>
  matcherIn(foldedHits(hits, fold), fold)

/** What names were found to mean, also nothing, by where they were looked for: batches of rows repeat them. */
export class KnownNames {
  readonly #places = new Map<string, Map<string, readonly Hit[]>>()

  /** Names of one field of a form; so many at most are remembered. */
  of(form: string, matchBy: string): Map<string, readonly Hit[]> {
    const place = `${form}.${matchBy}`
    const before = this.#places.get(place)
    if (before !== undefined && before.size <= mostNames) return before
    // Whoever looks into the full one goes on doing so.
    const known = new Map<string, readonly Hit[]>()
    this.#places.set(place, known)
    return known
  }

  /** Forgets what would leave no room for so many more: those to come are in other rows. */
  makeRoom(more: number): void {
    for (const [place, known] of this.#places) if (known.size + more > mostNames) this.#places.delete(place)
  }
}

const mostNames = 50_000

/** A title with an id means that one of the records that have it. */
const markedMatcher =
  (match: Matcher): Matcher =>
  (text) => {
    const marked = readMark(text)
    const isThere = marked !== undefined && match(marked.title).includes(marked.id)
    return isThere ? [marked.id] : match(text)
  }

/** Two different ones are too many. */
export const finderOf =
  (match: Matcher): Finder =>
  (text) => {
    const [id, ...others] = match(text)
    if (id === undefined) return 'none'
    return others.length > 0 ? 'many' : { id }
  }

/** A name that several records have means the one that was picked for it. */
export function withPicks(find: Finder, picks: readonly NamePick[] = []): Finder {
  if (picks.length === 0) return find
  const near = new Map(picks.map(({ text, record }) => [foldWords(text), record]))
  const exact = new Map(picks.map(({ text, record }) => [text.trim(), record]))
  return (text) => {
    const found = find(text)
    const record = exact.get(text.trim()) ?? near.get(foldWords(text))
    return found === 'many' && record !== undefined ? { id: record } : found
  }
}

/** A name that no record has means the one that is made for it. */
export function withMakes(find: Finder, makes: readonly NameMake[] = [], isAny = false): Finder {
  if (makes.length === 0) return find
  const made = new Map(
    makes.map(({ text, form, record }) => [foldWords(text), isAny ? `${form}:${record}` : record]),
  )
  return (text) => {
    const found = find(text)
    const id = found === 'none' ? made.get(foldWords(text)) : undefined
    return id === undefined ? found : { id }
  }
}

/** Matches records of another form that the actor may see, by one of its fields; one statement for all texts that are not known yet. */
export async function recordMatcher(
  connection: Connection,
  scene: Scene,
  { form, matchBy }: { readonly form: string; readonly matchBy: string },
  texts: readonly string[],
  names = new KnownNames(),
): Promise<Matcher> {
  const field = scene.app.form(form)?.fields.get(matchBy)
  if (field === undefined) return nothing
  const fold = (text: string) => matchText(field, text)
  const named = [...texts, ...texts.flatMap((text) => readMark(text)?.title ?? [])]
  const known = names.of(form, matchBy)
  const wanted = [...new Set(named.map(fold))].filter((text) => text !== '' && !known.has(text))
  if (wanted.length > 0) {
    const statement = planFind(readSceneOf(scene), form, matchBy, wanted)
    if (statement === undefined) return nothing
    const found = foldedHits(await run<Hit>(connection, statement), fold)
    for (const text of wanted) known.set(text, found.get(text) ?? [])
  }
  return markedMatcher(matcherIn(known, fold))
}

/** Matches records of a form that the actor may see by their ids; what is no id names none. */
export async function idMatcher(
  connection: Connection,
  scene: Scene,
  form: string,
  texts: readonly string[],
): Promise<Matcher> {
  const wanted = [...new Set(texts.map(foldWords).filter(isIdentity))]
  const statement = wanted.length === 0 ? undefined : planFindIds(readSceneOf(scene), form, wanted)
  if (statement === undefined) return nothing
  const known = new Set((await run<{ id: string }>(connection, statement)).map(({ id }) => id))
  return (text) => {
    const id = foldWords(text)
    return known.has(id) ? [id] : []
  }
}

export const recordFinder = async (...given: Parameters<typeof recordMatcher>): Promise<Finder> =>
  finderOf(await recordMatcher(...given))

export const matchFieldOf = (
  scene: Scene,
  field: Field,
  { matchBy }: Pick<ColumnMapping, 'matchBy'>,
): string =>
  matchBy ??
  (field.type === 'relation' || field.type === 'relations'
    ? (scene.app.index.form(field.form)?.titleField ?? '')
    : '')
