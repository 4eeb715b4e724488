import { foreignFields, type CompiledApp } from '@pipewright/compiler'
import { partColumn } from '@pipewright/metadata'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

/** A place where amounts in several currencies lie. */
export interface RateSite {
  readonly form: string
  readonly table: string
  /** The column that holds the id of the record. */
  readonly record: 'id' | 'parent'
  readonly home: string
  readonly currency: string
  readonly day: string
  readonly rate: string
}

/** All places of a workspace with amounts that are counted in one currency. */
export function rateSites(app: CompiledApp, schema: string, home: string): RateSite[] {
  const forms = app.definition.forms.flatMap(({ key }) => app.form(key) ?? [])
  return forms.flatMap((form) =>
    [form, ...form.allItems].flatMap((place) =>
      foreignFields(place.fields.values())
        .filter((field) => field.home === home)
        .map((field) => ({
          form: form.key,
          table: quoteTable(schema, place.table),
          record: place.place.lineItems === undefined ? ('id' as const) : ('parent' as const),
          home,
          currency: quoteIdent(partColumn(`${field.key}.currency`)),
          day: quoteIdent(partColumn(`${field.key}.day`)),
          rate: quoteIdent(partColumn(`${field.key}.rate`)),
        })),
    ),
  )
}

/** The rate that holds for a line of a site now. `$1`: the currency, `$2`: the workspace currency. */
export const rateInForce = (schema: string, { day }: RateSite): string =>
  `(select r.rate from ${quoteTable(schema, '_exchange_rate')} r where r.currency = $1 and r.home = $2 and r.from_date <= t.${day} order by r.from_date desc limit 1)`
