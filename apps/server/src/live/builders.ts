import type { Announcements } from './announcements.ts'

/** Where somebody has the designer open. */
export interface BuilderPlace {
  readonly member: string
  readonly window: string
  readonly form: string | null
  readonly field: string | null
}

/** Who has the designer of which workspace open, as this process heard it from all of them. */
export interface Builders {
  /** What to announce, so that every process knows. */
  said(place: BuilderPlace, as: 'news' | 'again' | 'leaving'): string
  of(schema: string): readonly BuilderPlace[]
}

interface Heard extends BuilderPlace {
  readonly until: number
}

/** Windows say where they are every few seconds; one that was silent this long is gone. */
const silenceMs = 30_000
const sign = 'builder'
const none = '-'
const again = 'again'

const orNull = (word: string | undefined): string | null =>
  word === undefined || word === none ? null : word

function read(what: string): (BuilderPlace & { readonly leaving: boolean }) | undefined {
  const [first, member, window, form, field, leaving] = what.split(' ')
  if (first !== sign || member === undefined || window === undefined) return undefined
  return { member, window, form: orNull(form), field: orNull(field), leaving: leaving === 'leaving' }
}

/** Whether an announcement is about builders: where they are, or that a draft was changed. */
export const isOfBuilders = (what: string): boolean => what === 'builders' || what.startsWith(`${sign} `)

/** Said once more by somebody who did not move: nobody needs to look. */
export const isRepeated = (what: string): boolean => what.endsWith(` ${again}`)

export function hearBuilders(announcements: Announcements, clock: () => number): Builders {
  const heard = new Map<string, Map<string, Heard>>()
  announcements.on(({ subject, what }) => {
    const place = read(what)
    if (place === undefined) return
    const windows = heard.get(subject) ?? new Map<string, Heard>()
    heard.set(subject, windows)
    const { leaving, ...at } = place
    if (leaving) windows.delete(place.window)
    else windows.set(place.window, { ...at, until: clock() + silenceMs })
  })
  return {
    said: ({ member, window, form, field }, as) =>
      [sign, member, window, form ?? none, field ?? none, as].join(' '),
    of(schema) {
      const windows = heard.get(schema) ?? new Map<string, Heard>()
      for (const [window, { until }] of windows) if (until <= clock()) windows.delete(window)
      if (windows.size === 0) heard.delete(schema)
      return [...windows.values()]
    },
  }
}
