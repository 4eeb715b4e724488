import { listColumns, opportunityFields } from '../world/bench-form.ts'
import type { Facts, Json } from './workload.ts'

const allFields = opportunityFields.map(({ key }) => key)

const pick = (from: Json, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))

const inOurs = (keys: readonly string[]) => (record: Json) => {
  const values = record['values'] as Json
  const account = (record['titles'] as Json)[String(values['account'])]
  return { id: record['id'], ...pick(values, keys), account_name: account }
}

const inTheirs = (keys: readonly string[]) => (row: Json) => ({
  id: row['id'],
  ...pick(row, keys),
  account_name: row['account_name'],
})

/** The same records in the same order with the same values, and the names of their accounts. */
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
