import { Decimal, roundTo } from '@pipewright/logic'

/** What an amount is worth by a rate; rounded half away from zero, as the ledger of any bank does. */
export const worthBy = (amount: string, rate: string, scale: number): string =>
  roundTo(new Decimal(amount).mul(rate).toFixed(), scale, 'halfUp')
