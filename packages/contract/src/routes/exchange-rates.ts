import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { WorkspaceParams, closed } from '../shapes.ts'

const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Calendar day.' })

const keys = { currency: Currency, home: Currency, from: Day }

/** From a day on one unit of `currency` is worth `rate` of `home`, until the next rate begins. */
export const ExchangeRate = closed({
  ...keys,
  rate: Type.String({
    pattern: '^\\d{1,18}(\\.\\d{1,10})?$',
    description: 'Exact decimal above zero, at most ten digits after the point.',
  }),
})
export type ExchangeRate = Static<typeof ExchangeRate>

const base = '/api/w/:workspace/exchange-rates'
const Answer = closed({
  rates: Type.Array(ExchangeRate),
  outdated: Type.Integer({
    description: 'Amounts that are still to be calculated anew after rates were changed.',
  }),
})

export const exchangeRateRoutes = {
  listExchangeRates: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'Exchange rates, and whether all amounts follow them already',
    params: WorkspaceParams,
    answer: Answer,
  }),
  getExchangeRate: route({
    method: 'GET',
    path: `${base}/:currency/:home/:day`,
    auth: 'member',
    summary: 'The rate that holds on a day; null where there is none',
    params: closed({ ...WorkspaceParams.properties, currency: Currency, home: Currency, day: Day }),
    answer: closed({ rate: Type.Union([Type.String(), Type.Null()]) }),
  }),
  changeExchangeRates: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Add, change and remove exchange rates; amounts of the past follow in the background',
    params: WorkspaceParams,
    body: closed({
      put: Type.Array(ExchangeRate, { maxItems: 5000 }),
      remove: Type.Array(closed(keys), { maxItems: 5000 }),
    }),
    answer: Answer,
  }),
}
