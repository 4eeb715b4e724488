import { foldWords } from '@pipewright/compiler'
import type { PeopleForm } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { finderOf, matcherOver, type Finder, type Matcher } from './finders.ts'

/** Somebody, or a department, that a name may mean. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** Where she belongs; of a department, the one around it. */
  readonly department: string | null
}

const columns = {
  _member: `id, name, email, department`,
  _department: `id, name, null as email, parent as department`,
} as const

/** Active members, or all departments. */
export const readPeople = (
  connection: Connection,
  { schema }: WorkspaceRef,
  form: PeopleForm,
): Promise<NamedPerson[]> =>
  connection.query<NamedPerson>({
    text: `select ${columns[form]} from ${quoteTable(schema, form)} ${form === '_member' ? 'where active' : ''} order by name, id`,
    values: [],
  })

/** By e-mail, else by name. */
export function peopleMatcher(people: readonly NamedPerson[]): Matcher {
  const by = (part: 'email' | 'name') =>
    matcherOver(
      people.map((person) => ({ id: person.id, value: person[part] })),
      foldWords,
    )
  const [byEmail, byName] = [by('email'), by('name')]
  return (text) => {
    const found = byEmail(text)
    return found.length === 0 ? byName(text) : found
  }
}

/** Finds active members by e-mail or name, departments by name. */
export const peopleFinder = async (...given: Parameters<typeof readPeople>): Promise<Finder> =>
  finderOf(peopleMatcher(await readPeople(...given)))
