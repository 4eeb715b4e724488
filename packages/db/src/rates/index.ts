export { changeRates, listRates, openRateWork, rateOn } from './exchange-rates.ts'
export type { ExchangeRate, RateChanges, RateKey, RatesChanged, RateWork } from './exchange-rates.ts'
export { countOutdated, settleRates } from './settle-rates.ts'
