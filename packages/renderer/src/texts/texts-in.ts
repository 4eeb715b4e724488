import type { i18n } from 'i18next'
import { filledIn } from './filled-in.ts'

type Params = Readonly<Record<string, string | number>>
type Say = (key: string, params?: Params) => string

const known = new WeakMap<i18n, Map<string, Say>>()

function translator(instance: i18n, locale: string, namespace: string): Say {
  const fixed = instance.getFixedT(locale, namespace)
  const whole = new Map<string, string>()
  const patterns = new Map<string, ReturnType<typeof filledIn>>()
  const say: Say = (key, params) => fixed(key, { ...params, interpolation: { escapeValue: false } })
  const patternOf = (key: string) => {
    const before = patterns.get(key)
    if (before !== undefined || !instance.hasResourceBundle(locale, namespace)) return before
    const raw: unknown = instance.getResource(locale, namespace, key)
    const pattern = filledIn(raw)
    patterns.set(key, pattern)
    return pattern
  }
  return (key, params) => {
    if (params !== undefined) return patternOf(key)?.(params) ?? say(key, params)
    const before = whole.get(key)
    if (before !== undefined) return before
    const text = say(key)
    if (instance.hasResourceBundle(locale, namespace)) whole.set(key, text)
    return text
  }
}

/**
 * The texts of a namespace in one language, always the same function: thousands of cells and fields ask for it, so nothing
 * is subscribed to, a text without parts to fill in is looked up once, and one with plain parts is taken apart once.
 */
export function textsIn(instance: i18n, locale: string, namespace: string): Say {
  const own = known.get(instance) ?? new Map<string, Say>()
  known.set(instance, own)
  const name = `${locale} ${namespace}`
  const say = own.get(name) ?? translator(instance, locale, namespace)
  own.set(name, say)
  return say
}
