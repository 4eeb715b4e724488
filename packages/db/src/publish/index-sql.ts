import type { IndexKey, IndexPlan } from '@pipewright/compiler'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

function keySql({ column, direction, folded }: IndexKey): string {
  const name = quoteIdent(column)
  const oneSpelling = `lower(normalize(${name}, nfkc))`
  const value = {
    text: `(${oneSpelling})`,
    hash: `md5(${oneSpelling})`,
    trimmed: `btrim(${oneSpelling})`,
    digits: `regexp_replace(${name}, '\\D', '', 'g')`,
    none: name,
  }[folded ?? 'none']
  return `${value} ${direction} nulls last`
}

/** The statement that makes an index; outside a transaction it can be made without stopping writers. */
export function createIndexSql(schema: string, index: IndexPlan, concurrently = false): string {
  const unique = index.unique ? 'unique ' : ''
  const how = concurrently ? 'concurrently ' : ''
  const on = `${quoteIdent(index.name)} on ${quoteTable(schema, index.table)}`
  const live = index.live ? ' where deleted_at is null' : ''
  if (index.method === 'gin') {
    const columns = index.keys.map(({ column }) => quoteIdent(column)).join(', ')
    // Without a pending list no insert ever pays for those before it.
    return `create index ${how}if not exists ${on} using gin (${columns}) with (fastupdate = off)${live}`
  }
  return `create ${unique}index ${how}if not exists ${on} (${index.keys.map(keySql).join(', ')})${live}`
}
