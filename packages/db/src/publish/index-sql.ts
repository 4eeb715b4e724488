import pg from 'pg'
import type { IndexKey, IndexPlan } from '@pipewright/compiler'
import { indexConditionSql } from '../connection/literal-sql.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

const spellings: { readonly [S in NonNullable<IndexKey['folded']>]: (name: string) => string } = {
  text: (name) => `lower(normalize(${name}, nfkc))`,
  hash: (name) => `md5(lower(normalize(${name}, nfkc)))`,
  case: (name) => `lower(normalize(${name}, nfc))`,
  width: (name) => `normalize(${name}, nfkc)`,
  nfc: (name) => `normalize(${name}, nfc)`,
}

/** What an index compares of a column. */
export function comparedSql({ column, folded, hashed, places }: IndexKey): string {
  const name = quoteIdent(column)
  if (places !== undefined)
    return `array_position(array[${places.map((place) => pg.escapeLiteral(place)).join(', ')}]::text[], ${name})`
  const value = folded === undefined ? name : spellings[folded](name)
  return hashed === true ? `md5(${value})` : value
}

function keySql(key: IndexKey): string {
  const isColumn = key.folded === undefined && key.places === undefined
  const value = isColumn ? comparedSql(key) : `(${comparedSql(key)})`
  return `${value} ${key.direction} nulls last`
}

/** Which records an index holds. */
export function heldSql({ live, condition }: IndexPlan): string {
  const parts = [
    ...(live ? ['deleted_at is null'] : []),
    ...(condition ? [indexConditionSql(condition)] : []),
  ]
  return parts.length === 0 ? '' : ` where ${parts.join(' and ')}`
}

/** The statement that makes an index; outside a transaction it can be made without stopping writers. */
export function createIndexSql(schema: string, index: IndexPlan, concurrently = false): string {
  const unique = index.unique ? 'unique ' : ''
  const how = concurrently ? 'concurrently ' : ''
  const on = `${quoteIdent(index.name)} on ${quoteTable(schema, index.table)}`
  const held = heldSql(index)
  if (index.method === 'gin') {
    const columns = index.keys.map(({ column }) => quoteIdent(column)).join(', ')
    // Without a pending list no insert ever pays for those before it.
    return `create index ${how}if not exists ${on} using gin (${columns}) with (fastupdate = off)${held}`
  }
  return `create ${unique}index ${how}if not exists ${on} (${index.keys.map(keySql).join(', ')})${held}`
}
