import { localize, type Locale } from '@pipewright/metadata'
import type { LocalizedText } from '@pipewright/schemas'
import type { Sentence } from '../../revisions/revisions.ts'
import type { Effect, EffectCode, EffectParams } from '../effect.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Params with every label in the reader's language. */
type Spoken<P> = { [K in keyof P]: P[K] extends LocalizedText ? string : P[K] }

export type EffectTexts = {
  readonly [C in EffectCode]: (params: Spoken<EffectParams[C]>, count: number) => string
}

const texts: { readonly [L in Locale]: EffectTexts } = { en, zh }

type Told = string | number | readonly string[]

const isTold = (value: LocalizedText | Told): value is Told =>
  typeof value !== 'object' || Array.isArray(value)

function speak(params: Effect['params'], locale: Locale): Record<string, Told> {
  const entries = Object.entries(params) as [string, LocalizedText | Told][]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isTold(value) ? value : localize(value, locale)]),
  )
}

/** An effect as a sentence. */
export function effectText(effect: Effect, locale: Locale): string {
  const write = texts[locale][effect.code] as (params: Record<string, Told>, count: number) => string
  return write(speak(effect.params, locale), effect.count)
}

export const effectSentence = (effect: Effect): Sentence => ({
  en: effectText(effect, 'en'),
  zh: effectText(effect, 'zh'),
})
