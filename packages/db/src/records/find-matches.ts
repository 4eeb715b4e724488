import {
  mostMatches,
  planMatches,
  ruleOfKey,
  type CompiledMatch,
  type MatchRequest,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { isIdentity } from './get-record.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'

export interface Match {
  readonly id: string
  readonly title: string
  /** What looks the same, the first of it by itself with what the record has there. */
  readonly fields: readonly string[]
  readonly field: string
  readonly value: string
  readonly sure: 'likely' | 'possible'
  /** Whether the actor may change it. */
  readonly may: boolean
}

export interface Matches {
  readonly matches: readonly Match[]
  /** Whether there are more than these. */
  readonly more: boolean
  /** Owners of records that look the same and may not be seen, where the form says that this is told. */
  readonly hidden: readonly string[]
}

export interface FoundMatch {
  readonly id: string
  readonly title: string | null
  readonly keys: readonly string[]
  readonly texts: Readonly<Record<string, string | null>>
  readonly may_update: boolean
}

/** What was found, said by the rules that found it. */
export function toMatch(matches: readonly CompiledMatch[], found: FoundMatch): Match {
  const { id, title, keys, texts, may_update: may } = found
  const names = new Set(keys.map(ruleOfKey))
  const rules = matches.filter(({ name }) => names.has(name))
  const fields = [
    ...new Set(rules.flatMap(({ compare }) => compare.flatMap((each) => each.fields.map(({ key }) => key)))),
  ].filter((key) => (texts[key] ?? '') !== '')
  const [field = ''] = fields
  const sure = rules.some(({ rule }) => rule.sure !== 'possible') ? 'likely' : 'possible'
  return { id, title: title ?? '', fields, field, value: texts[field] ?? '', sure, may }
}

async function ownersOf(
  connection: Connection,
  { workspace }: Scene,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await connection.query<{ name: string }>({
    text: `select name from ${quoteTable(workspace.schema, '_member')} where id = any($1) order by name`,
    values: [ids],
  })
  return rows.map(({ name }) => name)
}

/** Records that may be the same thing as what is being typed; only what the actor may see. */
export async function findMatches(
  connection: Connection,
  scene: Scene,
  form: string,
  request: MatchRequest,
): Promise<Outcome<Matches>> {
  const { except, ...rest } = request
  const known = except !== undefined && isIdentity(except) ? { ...rest, except } : rest
  const plan = planMatches(readSceneOf(scene), form, known)
  if (!plan.ok) return plan
  if (plan.statement === undefined) return { ok: true, matches: [], more: false, hidden: [] }
  const found = await runOnce<FoundMatch>(connection, plan.statement)
  const matches = found.slice(0, mostMatches).map((row) => toMatch(plan.matches, row))
  const concealed =
    plan.hidden === undefined ? [] : await runOnce<{ owner: string | null }>(connection, plan.hidden)
  const owners = concealed.flatMap(({ owner }) => owner ?? [])
  return {
    ok: true,
    matches: matches.toSorted((one, other) => one.sure.localeCompare(other.sure)),
    more: found.length > mostMatches,
    hidden: owners.length === 0 ? concealed.map(() => '') : await ownersOf(connection, scene, owners),
  }
}
