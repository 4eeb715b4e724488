import type { FormatPlace } from '@pipewright/compiler'
import { localize, type Locale } from '@pipewright/metadata'
import type { NotificationKind } from '../kinds.ts'
import type { NotificationParams } from '../notify.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

interface Told {
  /** Who did it, perhaps with others; null: nobody in particular. */
  readonly who: string | null
  /** The record by its title in quotes; null: several of them, or none. */
  readonly what: string | null
  readonly count: number
  /** Labels of the fields it is about, as one text. */
  readonly fields: string
  readonly words: string
  readonly params: NotificationParams
}

/** Values that are no words by themselves. */
type ValueWords = FormatPlace['words']

export interface NotificationTexts {
  readonly values: ValueWords
  readonly others: (who: string) => string
  readonly unnamed: string
  readonly quoted: (title: string) => string
  readonly listed: (names: readonly string[]) => string
  readonly gone: string
  readonly kinds: { readonly [K in NotificationKind]: (told: Told) => string }
}

const texts: { readonly [L in Locale]: NotificationTexts } = { en, zh }

/** What its reader may know of a notification. */
export interface Tellable {
  readonly kind: NotificationKind
  readonly actor: string | null
  readonly several: boolean
  /** The title of the record, null where it has none to be seen; undefined: it is about no record alone. */
  readonly title: string | null | undefined
  readonly count: number
  readonly fields: readonly string[]
  readonly params: NotificationParams
}

/** A notification as a sentence. */
export function notificationText(told: Tellable, locale: Locale): string {
  const words = texts[locale]
  const { kind, actor, several, title, count, params } = told
  const own = params.text ?? ''
  return words.kinds[kind]({
    who: actor !== null && several ? words.others(actor) : actor,
    what: title === undefined ? null : title === null ? words.unnamed : words.quoted(title),
    count,
    fields: words.listed(told.fields),
    words: typeof own === 'string' ? own : localize(own, locale),
    params,
  })
}

export const valueWords = (locale: Locale): ValueWords => texts[locale].values

/** What is said of something that its reader may not see any more, or that is gone: the same for both. */
export const goneText = (locale: Locale): string => texts[locale].gone
