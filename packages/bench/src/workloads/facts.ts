import { listColumns, opportunityFields } from '../world/bench-form.ts'
import type { Facts, Json } from './workload.ts'

const allFields = opportunityFields.map(({ key }) => key)

const pick = (from: Json, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))

const system = [
  'id',
  'version',
  'owner',
  'department',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'locked_by',
]
const people = ['owner', 'created_by', 'updated_by']

const inOurs = (keys: readonly string[]) => (record: Json) => {
  const values = record['values'] as Json
  const titles = record['titles'] as Json
  const names = people.map((column) => [`${column}_name`, titles[String(record[column])]] as const)
  return {
    ...pick(record, system),
    ...pick(values, keys),
    account_name: titles[String(values['account'])],
    ...Object.fromEntries(names),
  }
}

const inTheirs = (keys: readonly string[]) => (row: Json) => ({
  ...pick(row, system),
  ...pick(row, keys),
  ...pick(row, ['account_name', ...people.map((column) => `${column}_name`)]),
})

/** The same records in the same order with the same values, and the names of what they point to. */
export const factsOfPage: Facts = {
  pipewright: ({ rows }) => (rows as Json[]).map(inOurs(listColumns)),
  handWritten: (rows) => (rows as unknown as Json[]).map(inTheirs(listColumns)),
}

export const factsOfRecord: Facts = { pipewright: inOurs(allFields), handWritten: inTheirs(allFields) }

/** A new record has another id on each side. */
export const factsOfValues: Facts = {
  pipewright: ({ values, version }) => ({ version, ...pick(values as Json, allFields) }),
  handWritten: (row) => ({ version: row['version'], ...pick(row, allFields) }),
}

const cents = (amount: unknown) => String(amount).split('.')[1]

/** Each side changes a record of its own, to another amount with the same cents. */
export const factsOfChange: Facts = {
  pipewright: ({ values, version }) => ({ version, cents: cents((values as Json)['amount']) }),
  handWritten: ({ version, amount }) => ({ version, cents: cents(amount) }),
}

const byName = (figures: readonly (readonly unknown[])[]) =>
  figures.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

export const factsOfFigures: Facts = {
  pipewright: ({ rows }) =>
    byName(
      (rows as { groups: unknown[]; values: unknown[] }[]).map(({ groups, values }) => [
        ...groups,
        ...values,
      ]),
    ),
  handWritten: (rows) =>
    byName((rows as unknown as Json[]).map(({ stage, count, sum }) => [stage, count, sum])),
}
