/** How strongly a sign binds; a higher level binds first. */
export const LEVELS = { comparison: 1, concat: 2, sum: 3, product: 4, unary: 5, atom: 6 } as const

export interface Infix {
  readonly sign: string
  readonly level: number
  /** `a + b + c` is one operation with three arguments. */
  readonly chains: boolean
}

/** Operations that formula text writes as a sign between two expressions. */
export const infixes: ReadonlyMap<string, Infix> = new Map([
  ['eq', { sign: '=', level: LEVELS.comparison, chains: false }],
  ['ne', { sign: '<>', level: LEVELS.comparison, chains: false }],
  ['lt', { sign: '<', level: LEVELS.comparison, chains: false }],
  ['lte', { sign: '<=', level: LEVELS.comparison, chains: false }],
  ['gt', { sign: '>', level: LEVELS.comparison, chains: false }],
  ['gte', { sign: '>=', level: LEVELS.comparison, chains: false }],
  ['concat', { sign: '&', level: LEVELS.concat, chains: true }],
  ['add', { sign: '+', level: LEVELS.sum, chains: true }],
  ['sub', { sign: '-', level: LEVELS.sum, chains: false }],
  ['mul', { sign: '*', level: LEVELS.product, chains: true }],
  ['div', { sign: '/', level: LEVELS.product, chains: false }],
  ['mod', { sign: '%', level: LEVELS.product, chains: false }],
])

const signs = new Map([...infixes].map(([name, infix]) => [infix.sign, name]))
const sameSign: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '≠': '<>',
  '!=': '<>',
  '==': '=',
  '≤': '<=',
  '≥': '>=',
}

/** Signs of Chinese keyboards are those of others, only wider. */
export function operationOfSign(sign: string): string | undefined {
  const narrow = sign.replaceAll(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfe_e0),
  )
  return signs.get(sameSign[narrow] ?? narrow)
}
