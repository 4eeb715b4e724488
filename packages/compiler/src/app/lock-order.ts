import { linkTableOf, tableOf } from '../tables/table-names.ts'
import type { CompiledForm } from './compiled-form.ts'
import type { Dependent } from './dependents.ts'

/** From a record to those that one of its relations names. */
export interface Hop {
  readonly key: string
  /** Of the record that holds the relation. */
  readonly table: string
  /** Where the relation is one to many: the table of its links. */
  readonly link: string | undefined
}

/** Records of one form that a writer holds before the record that is written. */
export interface Ahead {
  readonly table: string
  /** Held as `readingLock` does where the write only reads them: one lock is never raised to another. */
  readonly changes: boolean
  readonly paths: readonly (readonly Hop[])[]
}

/** What a writer of a form holds first, in order. */
export interface LockOrder {
  readonly ahead: readonly Ahead[]
  /** Fields of the form that no other record follows, nor any rule or formula: changing these alone holds nothing first. */
  readonly inert: ReadonlySet<string>
}

type Forms = ReadonlyMap<string, CompiledForm>
type Edges = ReadonlyMap<string, ReadonlySet<string>>

const longest = 3

function reachable(edges: Edges, from: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [from]
  for (let form = open.pop(); form !== undefined; form = open.pop())
    for (const next of edges.get(form) ?? [])
      if (!found.has(next)) {
        found.add(next)
        open.push(next)
      }
  return found
}

interface Lead extends Hop {
  readonly to: string
}

const leadsOf = (form: CompiledForm): Lead[] =>
  [...form.fields.values()].flatMap((field): Lead[] =>
    field.type === 'relation' || field.type === 'relations'
      ? [
          {
            key: field.key,
            table: tableOf(form.key),
            link: field.type === 'relations' ? linkTableOf(form.key, field.key) : undefined,
            to: field.form,
          },
        ]
      : [],
  )

interface Walk {
  readonly to: string
  readonly hops: readonly Hop[]
}

/** Ways up from a form over relations, without going in a circle. */
function waysUp(forms: Forms, isNear: (form: string) => boolean, start: string): Walk[] {
  const walk = (from: string, hops: readonly Hop[], passed: readonly string[]): Walk[] => {
    const form = forms.get(from)
    if (form === undefined || hops.length === longest) return []
    return leadsOf(form).flatMap(({ to, ...hop }) => {
      if (passed.includes(to) || !isNear(to)) return []
      const way = [...hops, hop]
      return [{ to, hops: way }, ...walk(to, way, [...passed, to])]
    })
  }
  return walk(start, [], [start])
}

/** Totals that lie stored: who holds such a record to read it holds it as if to change it. */
export const keepsTotals = (form: CompiledForm | undefined): boolean =>
  form?.rollups.some((field) => form.stored.includes(field)) === true

function inertFields(form: CompiledForm, dependents: readonly Dependent[]): ReadonlySet<string> {
  const rules = form.form.rules ?? []
  if (rules.some(({ effects }) => effects.some(({ type }) => type === 'set'))) return new Set()
  const followed = new Set(dependents.flatMap(({ sourceFields }) => [...sourceFields]))
  const plain = ['text', 'longText', 'richText', 'number', 'money', 'date', 'dateTime', 'yesNo', 'choice']
  const named = new Set(JSON.stringify(form.formulas).match(/(?<=")[a-z][a-z0-9_]*(?=")/g))
  const isRead = (key: string) => named.has(key) || followed.has(key)
  return new Set(
    [...form.fields.values()].flatMap(({ key, type }) => (plain.includes(type) && !isRead(key) ? [key] : [])),
  )
}

/**
 * Where a record is summed up by those it names and shows what they hold, its writers go from it up to them and theirs
 * go down to it: half-way they would wait for each other for ever. Writers of such forms therefore hold what is above
 * first, always from the top down. Forms that only sum up, or only look up, are always gone through in one direction.
 */
export function lockOrders(
  forms: Forms,
  dependents: ReadonlyMap<string, readonly Dependent[]>,
): ReadonlyMap<string, LockOrder> {
  const changing: Edges = new Map(
    [...dependents].map(([source, those]) => [source, new Set(those.map(({ target }) => target))]),
  )
  const touching: Edges = new Map(
    [...forms.values()].map(({ key, looksAt }) => [key, new Set([...looksAt, ...(changing.get(key) ?? [])])]),
  )
  const touched = new Map([...forms.keys()].map((form) => [form, reachable(touching, form)]))
  const changed = new Map([...forms.keys()].map((form) => [form, reachable(changing, form)]))
  const isBound = (one: string, other: string) =>
    touched.get(one)?.has(other) === true && touched.get(other)?.has(one) === true
  const upwards = new Map(
    [...forms.keys()].map((form) => [form, waysUp(forms, (other) => isBound(form, other), form)]),
  )
  const heights = new Map(
    [...upwards].map(([form, ways]) => [form, Math.max(0, ...ways.map(({ hops }) => hops.length))]),
  )
  return new Map(
    [...forms.values()].map((form) => {
      const height = heights.get(form.key) ?? 0
      const ways = (upwards.get(form.key) ?? []).filter(
        ({ to }) =>
          (heights.get(to) ?? 0) < height &&
          (changed.get(form.key)?.has(to) === true || form.looksAt.has(to)),
      )
      const ahead = [...Map.groupBy(ways, ({ to }) => to)]
        .toSorted(
          ([one], [other]) => (heights.get(one) ?? 0) - (heights.get(other) ?? 0) || (one < other ? -1 : 1),
        )
        .map(([to, those]) => ({
          table: tableOf(to),
          changes: changed.get(form.key)?.has(to) === true || keepsTotals(forms.get(to)),
          paths: those.map(({ hops }) => hops),
        }))
      return [form.key, { ahead, inert: inertFields(form, dependents.get(form.key) ?? []) }]
    }),
  )
}
