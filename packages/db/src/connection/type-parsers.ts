import pg from 'pg'

const instantText = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** `2026-11-21 08:00:00.5+00` → `2026-11-21T08:00:00.500Z`; sessions run in UTC. */
export function parseInstant(text: string): string {
  const parts = instantText.exec(text)
  if (!parts) return text
  const [, day, time, fraction = ''] = parts
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

function parseBigint(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}

const asText = (text: string): string => text
const { builtins } = pg.types

// The driver makes local JS Dates of dates (a day off east of Greenwich) and floats of numeric arrays.
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.NUMERIC, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.TIMESTAMPTZ, parseInstant],
  [builtins.INT8, parseBigint],
])

const parserOf: (oid: number, format?: 'text' | 'binary') => (text: string) => unknown =
  pg.types.getTypeParser
const textArray = 1009
/** Array type → how its elements are read. */
const elements = new Map<number, (text: string) => unknown>([
  [1182, asText],
  [1231, asText],
  [1115, asText],
  [1185, parseInstant],
  [1016, parseBigint],
])

function arrayParser(element: (text: string) => unknown): (text: string) => unknown {
  const parse = parserOf(textArray) as (text: string) => (string | null)[]
  return (text) => parse(text).map((entry) => (entry === null ? null : element(entry)))
}

/** How values of the wire become JavaScript values. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    const element = elements.get(oid)
    if (element) return arrayParser(element)
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, 'text')
  },
}
