import { tableAt, tableOf, type FieldValue } from '@pipewright/compiler'
import type { Place } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

const batch = 1000

/** The values of a column, and of the column that an earlier type of the field left behind. */
export interface StoredValue {
  readonly id: string
  readonly value: FieldValue
  readonly former: FieldValue
}

export interface ValueColumn {
  readonly schema: string
  readonly place: Place
  readonly column: string
  /** Column that holds the values of the earlier type. */
  readonly former?: string | undefined
  /** Leaves deleted records out. */
  readonly live: boolean
}

/** The values of a column in portions, by id. */
export async function* storedValues(
  connection: Connection,
  { schema, place, column, former, live }: ValueColumn,
): AsyncGenerator<readonly StoredValue[]> {
  const rows = `${quoteTable(schema, tableAt(place))} as r`
  const records = quoteTable(schema, tableOf(place.form))
  const from =
    place.lineItems === undefined ? rows : `${rows} join ${records} as record on record.id = r.parent`
  const owner = place.lineItems === undefined ? 'r' : 'record'
  const text = `select r.id, r.${quoteIdent(column)} as value, ${
    former === undefined ? 'null' : `r.${quoteIdent(former)}`
  } as former from ${from} where r.id > $1 ${live ? `and ${owner}.deleted_at is null` : ''} order by r.id limit ${batch}`
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await connection.query<{ id: string; value: FieldValue; former: FieldValue }>({
      text,
      values: [last],
    })
    const end = found.at(-1)
    if (end === undefined) return
    yield found
    last = end.id
  }
}
