import { toSqlCondition, identifier, type SqlFragment, type SqlValue } from '@pipewright/logic'
import type { IndexCondition } from '@pipewright/compiler'
import pg from 'pg'

function literal(value: SqlValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  return `array[${value.map((one) => pg.escapeLiteral(one)).join(', ')}]`
}

/** The definition of an index takes no parameters: its values are written out, by the driver's own quoting. */
function writtenOut({ strings, values }: SqlFragment): string {
  return strings.reduce((all, part, position) => `${all}${literal(values[position - 1] ?? null)}${part}`)
}

const noMoment = { now: '2000-01-01T00:00:00.000Z', today: '2000-01-01', zone: 'UTC' }

/** Which records an index holds. The definition was checked: a condition without SQL is our bug. */
export function indexConditionSql({ when, types }: IndexCondition): string {
  const result = toSqlCondition(when, {
    context: noMoment,
    column(path) {
      const [key = ''] = path
      const type = path.length === 1 ? types[key] : undefined
      return type && { sql: identifier(key), type }
    },
  })
  if (!result.ok) throw new TypeError(`an index has no condition in SQL: ${result.problems[0]?.code ?? ''}`)
  return `(${writtenOut(result.sql)})`
}
