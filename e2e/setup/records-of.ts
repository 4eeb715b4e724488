import type { World } from './test.ts'
import { emailOf, type Locale, type Person } from './world.ts'

export interface Found {
  readonly id: string
  readonly name: string
}

/** Records of the sample data that a person owns, to begin a journey with. */
export async function recordsOf(
  { sql }: World,
  person: Person,
  locale: Locale,
): Promise<{ account: Found; products: readonly [Found, Found] }> {
  const [account] = await sql<Found & Record<string, unknown>>(
    `select id, name from account
      where owner = (select id from _member where email = $1) and deleted_at is null order by id limit 1`,
    [emailOf(person, locale)],
  )
  const [first, second] = await sql<Found & Record<string, unknown>>(
    'select id, name from product where active and deleted_at is null order by code limit 2',
  )
  if (account === undefined || first === undefined || second === undefined)
    throw new Error('The sample data lacks them')
  return { account, products: [first, second] }
}
