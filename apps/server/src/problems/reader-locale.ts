import type { Locale } from '@pipewright/contract'

interface Wish {
  readonly language: string
  readonly weight: number
}

function readWish(part: string): Wish {
  const [language = '', ...parameters] = part.trim().toLowerCase().split(';')
  const weight = parameters
    .map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1])
    .find((text) => text !== undefined)
  return { language, weight: weight === undefined ? 1 : Number(weight) }
}

/** The language a text is written in: what the request asks for, else the account's, else English. */
export function readerLocale(acceptLanguage: string | undefined, account?: Locale): Locale {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(readWish)
  const known = wishes.filter(({ language, weight }) => weight > 0 && /^(en|zh)\b/.test(language))
  const [best] = known.toSorted((one, other) => other.weight - one.weight)
  if (best === undefined) return account ?? 'en'
  return best.language.startsWith('zh') ? 'zh' : 'en'
}
