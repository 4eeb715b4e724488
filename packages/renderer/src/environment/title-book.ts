import type { DepartmentName, Person } from '@pipewright/contract'

/** Titles of records, members and departments that were seen, so that a picked record has a name before the server answers. */
export interface TitleBook {
  find(id: string): string | undefined
  learn(id: string, title: string): void
}

export function createTitleBook(
  people: readonly Person[],
  departments: readonly DepartmentName[],
): TitleBook {
  const titles = new Map([...people, ...departments].map(({ id, name }) => [id, name]))
  return {
    find: (id) => titles.get(id),
    learn: (id, title) => {
      titles.set(id, title)
    },
  }
}
