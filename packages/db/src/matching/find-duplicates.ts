import { planAlikeRecords, planDuplicates, type CompiledMatch } from '@pipewright/compiler'
import type { Connection, Database } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Outcome } from '../records/outcome.ts'
import { isIdentity } from '../records/get-record.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { commonKeys, pairOf, rulesSaid, splitGroup, type Compared } from './alike-groups.ts'

/** A field that is compared, what the record has there, and whether another one of the group has the same. */
interface ComparedField {
  readonly field: string
  readonly text: string
  readonly alike: boolean
}

export interface AlikeRecord {
  readonly id: string
  readonly title: string
  readonly owner: string | null
  readonly created_at: string
  readonly fields: readonly ComparedField[]
  readonly may: { readonly update: boolean; readonly delete: boolean }
}

export interface AlikeGroup {
  readonly sure: 'likely' | 'possible'
  /** All of them; the first are `records`. */
  readonly size: number
  readonly records: readonly AlikeRecord[]
}

type Duplicates = Outcome<{
  readonly groups: readonly AlikeGroup[]
  /** How many records look like another one. */
  readonly records: number
  readonly next: string | null
}>

interface Found extends Compared {
  readonly title: string | null
  readonly owner: string | null
  readonly created_at: string
  readonly texts: Readonly<Record<string, string | null>>
  readonly may_update: boolean
  readonly may_delete: boolean
}

interface Group {
  readonly lead: string
  readonly size: number
  readonly ids: readonly string[]
  readonly records: number
}

const perPage = 20

/** Keys of 100,000 records are counted in memory; the usual share of it would put them on disk. */
const roomForKeys = `set local work_mem = '64MB'`

async function apartOf(
  tx: Connection,
  { workspace }: Scene,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ one: string; other: string }>({
    text: `select one, other from ${quoteTable(workspace.schema, '_told_apart')} where one = any($1) and other = any($1)`,
    values: [ids],
  })
  return new Set(rows.map(({ one, other }) => pairOf(one, other)))
}

function said(
  matches: readonly CompiledMatch[],
  size: number,
  records: readonly Found[],
  apart: ReadonlySet<string>,
): AlikeGroup {
  const common = new Map(records.map((record) => [record, commonKeys(record, records, apart)]))
  const { isLikely } = rulesSaid(matches, [...common.values()].flat())
  return {
    sure: isLikely ? 'likely' : 'possible',
    size,
    records: records.map((record) => {
      const { id, title, owner, created_at, texts, may_update, may_delete } = record
      const alike = rulesSaid(matches, common.get(record) ?? []).fields
      const fields = Object.entries(texts)
        .map(([field, text]) => ({ field, text: text ?? '', alike: alike.has(field) }))
        .filter(({ text }) => text !== '')
      return {
        id,
        title: title ?? '',
        owner,
        created_at,
        fields,
        may: { update: may_update, delete: may_delete },
      }
    }),
  }
}

/** A page of groups of records that look the same, of those that the actor may see. */
async function readPage(
  tx: Connection,
  scene: Scene,
  form: string,
  { possible, after }: { readonly possible: boolean; readonly after?: string | undefined },
): Promise<Duplicates> {
  const mark = after !== undefined && isIdentity(after) ? after : undefined
  const plan = planDuplicates(readSceneOf(scene), form, { possible, after: mark, groups: perPage + 1 })
  if (!plan.ok) return plan
  if (plan.groups === undefined) return { ok: true, groups: [], records: 0, next: null }
  await tx.query({ text: roomForKeys, values: [] })
  const found = await runOnce<Group>(tx, plan.groups)
  const page = found.slice(0, perPage)
  const ids = page.flatMap((group) => [...group.ids])
  const records = planAlikeRecords(readSceneOf(scene), form, ids, plan.matches)
  const rows = records === undefined || ids.length === 0 ? [] : await runOnce<Found>(tx, records)
  const known = new Map(rows.map((row) => [row.id, row]))
  const apart = await apartOf(tx, scene, ids)
  const groups = page.flatMap(({ ids: own, size }) => {
    const members = own.flatMap((id) => known.get(id) ?? [])
    const isWhole = size === own.length
    return (isWhole ? splitGroup(members, apart) : [members]).map((group) =>
      said(plan.matches, isWhole ? group.length : size, group, apart),
    )
  })
  const next = found.length > perPage ? (page.at(-1)?.lead ?? null) : null
  return { ok: true, groups, records: found[0]?.records ?? 0, next }
}

/** Groups of records that look the same by the rules of the form; what was told apart is left out. */
export const findDuplicates = (
  database: Database,
  scene: Scene,
  form: string,
  asked: { readonly possible: boolean; readonly after?: string | undefined },
): Promise<Duplicates> => database.transaction((tx) => readPage(tx, scene, form, asked), { readOnly: true })
