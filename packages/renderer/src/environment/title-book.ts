import type { Person } from '@pipewright/contract'

/** Titles of records and members that were seen, so that a picked record has a name before the server answers. */
export interface TitleBook {
  find(id: string): string | undefined
  learn(id: string, title: string): void
}

export function createTitleBook(people: readonly Person[]): TitleBook {
  const titles = new Map(people.map((person) => [person.id, person.name]))
  return {
    find: (id) => titles.get(id),
    learn: (id, title) => {
      titles.set(id, title)
    },
  }
}
