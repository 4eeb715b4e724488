import type { Announcements } from './announcements.ts'

/** What a window says of itself: which record it shows, and whether somebody is changing it there. */
export interface RecordPlace {
  readonly member: string
  readonly window: string
  readonly record: string
  readonly doing: 'reading' | 'editing' | 'leaving'
  /** Grows with everything a window says, so that what arrives late does not count. */
  readonly turn: number
}

export interface Present {
  readonly member: string
  readonly editing: boolean
}

type MovedHandler = (schema: string, record: string) => void

/** Who has which record open, as this process heard it from all of them. Nothing of it is stored. */
export interface Presence {
  /** What to announce, so that every process knows. */
  said(place: RecordPlace): string
  /** Everybody at a record once, however many windows he has. */
  at(schema: string, record: string): readonly Present[]
  /**
   * Hears at which records somebody came, went, fell silent or began or ceased to change something; of those alone that
   * the member has open himself, which he could because he may see them.
   */
  onMoved(schema: string, member: string, hear: (record: string) => void): () => void
}

interface Heard extends RecordPlace {
  readonly until: number
}

/** Windows say where they are every ten seconds; one that was silent this long is gone. */
export const silenceMs = 25_000
const sign = 'presence'
const doings: readonly string[] = ['reading', 'editing', 'leaving'] satisfies RecordPlace['doing'][]
const isDoing = (word: string | undefined): word is RecordPlace['doing'] =>
  word !== undefined && doings.includes(word)

/** Whether an announcement says who looks at which record. */
export const isOfPresence = (what: string): boolean => what.startsWith(`${sign} `)

function read(what: string): RecordPlace | undefined {
  const [first, member, window, record, doing, turn] = what.split(' ')
  if (first !== sign || member === undefined || window === undefined || record === undefined) return undefined
  return isDoing(doing) ? { member, window, record, doing, turn: Number(turn) } : undefined
}

/** The windows of one workspace; one that left is remembered for a while, since what it said before may still arrive. */
function hearWorkspace(clock: () => number, moved: (record: string) => void) {
  const windows = new Map<string, Heard>()
  const isThere = ({ doing, until }: Heard) => doing !== 'leaving' && until > clock()

  /** Drops a window that fell silent, and looks again when it is due where it spoke meanwhile. */
  function watch(key: string): void {
    const known = windows.get(key)
    if (known === undefined) return
    const left = known.until - clock()
    if (left > 0) return void setTimeout(() => watch(key), left).unref()
    windows.delete(key)
    if (known.doing !== 'leaving') moved(known.record)
  }

  return {
    hear(place: RecordPlace): void {
      // A window is its member's: nobody else can make it leave.
      const key = `${place.member} ${place.window}`
      const known = windows.get(key)
      if (known !== undefined && known.turn >= place.turn) return
      windows.set(key, { ...place, until: clock() + silenceMs })
      if (known === undefined) watch(key)
      const isSame = known?.doing === place.doing && known.record === place.record
      if (!isSame) moved(place.record)
    },
    at: (record: string) => [...windows.values()].filter((one) => one.record === record && isThere(one)),
  }
}

function onceEach(places: readonly Heard[]): readonly Present[] {
  const members = Map.groupBy(places, ({ member }) => member)
  return [...members].map(([member, own]) => ({
    member,
    editing: own.some(({ doing }) => doing === 'editing'),
  }))
}

export function hearPresence(announcements: Announcements, clock: () => number): Presence {
  const workspaces = new Map<string, ReturnType<typeof hearWorkspace>>()
  const handlers = new Set<MovedHandler>()
  announcements.on(({ subject, what }) => {
    const place = isOfPresence(what) ? read(what) : undefined
    if (place === undefined) return
    const tell = (record: string) => handlers.forEach((handler) => handler(subject, record))
    const workspace = workspaces.get(subject) ?? hearWorkspace(clock, tell)
    workspaces.set(subject, workspace)
    workspace.hear(place)
  })
  const at = (schema: string, record: string) => workspaces.get(schema)?.at(record) ?? []
  return {
    said: ({ member, window, record, doing, turn }) => [sign, member, window, record, doing, turn].join(' '),
    at: (schema, record) => onceEach(at(schema, record)),
    onMoved(schema, member, hear) {
      const handler: MovedHandler = (moved, record) => {
        if (moved === schema && at(schema, record).some((place) => place.member === member)) hear(record)
      }
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
  }
}
