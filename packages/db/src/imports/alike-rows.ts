import { keysBy, planAlikeRows, ruleOfKey, type AlikeRowsPlan } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import type { ImportJob } from './import-job.ts'
import { fateOf, type Fate, type RowAlike, type RowChoice } from './row-alike.ts'

/** A row of which a record would be made, by what it would hold. */
export interface ComparedRow {
  readonly row: number
  readonly values: Readonly<Record<string, unknown>>
  /** The keys by all rules of the form, where they are known. */
  readonly kept: readonly string[] | undefined
  /** Whether anything keeps it out by itself: nothing repeats a row that does not come in. */
  readonly isGood: boolean
  readonly choice: RowChoice | null
}

export interface Judged {
  readonly alike: RowAlike | null
  readonly fate: Fate | 'ask' | null
}

interface FoundKey {
  readonly key: string
  readonly ids: readonly string[]
  readonly may: readonly boolean[]
}

interface FoundOwner {
  readonly key: string
  readonly owners: readonly (string | null)[]
}

interface Stored {
  readonly records: ReadonlyMap<string, FoundKey>
  readonly owners: ReadonlyMap<string, FoundOwner>
}

/** What was decided of single rows, by their lines. */
export type RowChoices = ReadonlyMap<number, RowChoice>

export type AlikeFinder = (connection: Connection, rows: readonly ComparedRow[]) => Promise<Judged[]>

const unlike: Judged = { alike: null, fate: null }

/** How the planner goes about it: what it guesses of how common a key is must never lead through all records for each. */
const byIndex = (is: boolean) => ({ text: `set local enable_seqscan = ${is ? 'off' : 'on'}`, values: [] })

/** In a transaction, since how it is planned holds for that alone. */
async function storedBy(
  connection: Connection,
  plan: AlikeRowsPlan,
  keys: readonly string[],
): Promise<Stored> {
  await connection.query(byIndex(true))
  const found = await runOnce<FoundKey>(connection, plan.found(keys))
  const hidden = plan.hidden(keys)
  const owners = hidden === undefined ? [] : await runOnce<FoundOwner>(connection, hidden)
  await connection.query(byIndex(false))
  return {
    records: new Map(found.map((one) => [one.key, one])),
    owners: new Map(owners.map((one) => [one.key, one])),
  }
}

/** What the rules that made these keys compare. */
const fieldsOf = ({ matches }: AlikeRowsPlan, keys: readonly string[]): string[] => {
  const names = new Set(keys.map(ruleOfKey))
  return [
    ...new Set(
      matches
        .filter(({ name }) => names.has(name))
        .flatMap(({ compare }) => compare.flatMap(({ fields }) => fields.map(({ key }) => key))),
    ),
  ]
}

/** What a row with these keys looks like, or null. */
function alikeOf(
  plan: AlikeRowsPlan,
  keys: readonly string[],
  { records, owners }: Stored,
  earlier: (key: string) => number | undefined,
): RowAlike | null {
  const may = new Map(
    keys.flatMap((key) => {
      const found = records.get(key)
      return found === undefined ? [] : found.ids.map((id, at) => [id, found.may[at] === true] as const)
    }),
  )
  const ids = [...may.keys()]
  const [record = null] = ids
  const rows = keys.flatMap((key) => earlier(key) ?? [])
  const common = keys.filter((key) => records.has(key) || owners.has(key) || earlier(key) !== undefined)
  if (common.length === 0) return null
  return {
    record,
    more: ids.length > 1,
    may: ids.length === 1 && record !== null && may.get(record) === true,
    fields: fieldsOf(plan, common),
    twice: rows.length === 0 ? null : Math.min(...rows),
    owners: [...new Set(keys.flatMap((key) => owners.get(key)?.owners ?? []))],
  }
}

/**
 * Finds, of rows in their order, those that probably are a record already there or repeat an earlier row that comes in, and
 * says what becomes of them. The records of many rows are asked for in one statement; undefined where nothing is compared.
 */
export function alikeFinder(scene: Scene, { form, writes }: ImportJob): AlikeFinder | undefined {
  const chosen = writes.alike
  const plan = chosen === undefined ? undefined : planAlikeRows(readSceneOf(scene), form)
  if (chosen === undefined || plan === undefined) return undefined
  const names = new Set(plan.matches.map(({ name }) => name))
  const keysOf = ({ kept, values }: ComparedRow): readonly string[] =>
    kept?.filter((key) => names.has(ruleOfKey(key))) ?? plan.matches.flatMap((match) => keysBy(match, values))
  // By its key, the first row that has it. A batch that is looked at again finds itself there.
  const said = new Map<string, number>()
  return async (connection, rows) => {
    const keys = rows.map(keysOf)
    const wanted = [...new Set(keys.flat())]
    if (wanted.length === 0) return rows.map(() => unlike)
    const stored = await storedBy(connection, plan, wanted)
    return rows.map(({ row, choice, isGood }, position): Judged => {
      const own = keys[position] ?? []
      const earlier = (key: string) => {
        const first = said.get(key)
        return first === undefined || first >= row ? undefined : first
      }
      const alike = alikeOf(plan, own, stored, earlier)
      const fate = alike === null ? null : fateOf(alike, choice, chosen)
      if (isGood && fate !== 'leave') for (const key of own) if (!said.has(key)) said.set(key, row)
      return { alike, fate }
    })
  }
}
