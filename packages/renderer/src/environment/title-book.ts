import type { DepartmentName, Person } from '@pipewright/contract'
import type { RendererData } from './renderer-data.ts'

/** Titles of records, members and departments that were seen, so that a picked record has a name before the server answers. */
export interface TitleBook {
  find(id: string): string | undefined
  learn(id: string, title: string): void
  /** Asks for what is not known yet; what is wanted at the same time is asked for together. */
  want(form: string, ids: readonly string[]): void
  /** True from when it was wanted until the answer has come. */
  isAwaited(id: string): boolean
  wasAsked(id: string): boolean
  subscribe(listener: () => void): () => void
  /** Another number after every answer. */
  edition(): number
}

/** More in one request than a filter may name. */
const mostAtOnce = 200

/** Reads titles form by form. */
type LoadTitles = (form: string, ids: readonly string[]) => ReturnType<RendererData['searchRecords']>

export const loadTitles =
  ({ searchRecords }: RendererData): LoadTitles =>
  (form, ids) =>
    searchRecords(form, { text: '', filter: { in: [{ var: 'id' }, [...ids]] }, limit: ids.length })

export function createTitleBook(
  people: readonly Person[],
  departments: readonly DepartmentName[],
  load: LoadTitles,
): TitleBook {
  const titles = new Map([...people, ...departments].map(({ id, name }) => [id, name]))
  const asked = new Map<string, 'awaited' | 'answered'>()
  const listeners = new Set<() => void>()
  const waiting = new Map<string, string[]>()
  let edition = 0

  async function ask(form: string, ids: readonly string[]): Promise<void> {
    const found = await load(form, ids).catch(() => [])
    for (const { id, title } of found) titles.set(id, title)
    for (const id of ids) asked.set(id, 'answered')
    edition += 1
    for (const listener of listeners) listener()
  }

  function askAll(): void {
    for (const [form, ids] of waiting)
      for (let start = 0; start < ids.length; start += mostAtOnce)
        void ask(form, ids.slice(start, start + mostAtOnce))
    waiting.clear()
  }

  return {
    find: (id) => titles.get(id),
    learn: (id, title) => {
      titles.set(id, title)
    },
    want: (form, ids) => {
      const unknown = [...new Set(ids)].filter((id) => !titles.has(id) && !asked.has(id))
      if (unknown.length === 0) return
      for (const id of unknown) asked.set(id, 'awaited')
      if (waiting.size === 0) queueMicrotask(askAll)
      waiting.set(form, [...(waiting.get(form) ?? []), ...unknown])
    },
    wasAsked: (id) => asked.has(id),
    isAwaited: (id) => asked.get(id) === 'awaited',
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edition: () => edition,
  }
}
