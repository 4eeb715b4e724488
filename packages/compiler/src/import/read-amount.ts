import type { DecimalSign } from './cell-type.ts'
import { readNumber } from './read-number.ts'

/** Signs and words that people write for a currency; where several countries share one, the usual one is meant. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/HK\$|港[币元]/iu, 'HKD'],
  [/NT\$|新?台币/iu, 'TWD'],
  [/(?<!U)S\$|SG\$|新加坡元/iu, 'SGD'],
  [/(?<!C)A\$|AU\$|澳元/iu, 'AUD'],
  [/C\$|CA\$|加元/iu, 'CAD'],
  [/US\$|美[元金]/iu, 'USD'],
  [/JP¥|日[元圆]|円/iu, 'JPY'],
  [/CN¥|RMB|人民币/iu, 'CNY'],
  [/欧元|€/u, 'EUR'],
  [/英镑|£/u, 'GBP'],
  [/韩[元圆]|₩/u, 'KRW'],
  [/₣|瑞士法郎/u, 'CHF'],
]
const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/u

interface ReadAmount {
  readonly amount: string
  readonly currency: string | null
}

/** What "$" or "¥" means among the currencies of a field: its own one where that has the sign, else the first that has. */
function shared(
  text: string,
  known: readonly string[],
): { sign: string; currency: string | undefined } | null {
  const found = /[$¥元圆]/u.exec(text.normalize('NFKC'))
  if (found === null) return null
  const owners = found[0] === '$' ? ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'] : ['CNY', 'JPY']
  return { sign: found[0], currency: known.find((each) => owners.includes(each)) ?? owners[0] }
}

/**
 * An amount as people and spreadsheets write it: "USD 1,200.00", "1200 usd", "¥1,200", "1.2万美元". The currency is null
 * where none is written; undefined when it is no amount. `known`: the currencies it may be in, the likeliest first.
 */
export function readAmount(
  text: string,
  decimal: DecimalSign,
  known: readonly string[],
): ReadAmount | undefined {
  const folded = text.normalize('NFKC').toUpperCase()
  const word = signs.find(([sign]) => sign.test(folded))
  const written = code.exec(folded)?.[0]
  const currency =
    word?.[1] ?? (written === 'RMB' ? 'CNY' : written) ?? shared(folded, known)?.currency ?? null
  const bare = word === undefined ? folded.replace(code, '') : folded.replace(word[0], '')
  if (code.test(bare)) return undefined
  const amount = readNumber(bare.replaceAll(/[$¥元圆]/gu, ''), decimal)
  return amount === undefined ? undefined : { amount, currency }
}
