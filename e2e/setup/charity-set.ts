import { existsSync, readFileSync } from 'node:fs'

/** Four tables whose rows refer to one another by key, as CSV. */
export interface CharitySet {
  readonly accounts: string
  readonly contacts: string
  readonly opportunities: string
  readonly payments: string
  readonly expected: {
    readonly accounts: number
    readonly contacts: number
    readonly opportunities: number
    readonly won: string
    readonly payments: number
    readonly paid: string
  }
}

/** Sample data of a real organisation, kept beside the repository; the product ships none of it. */
const folder = new URL('../../../shared/data/npsp/', import.meta.url)

function realSet(): CharitySet {
  const read = (name: string) => readFileSync(new URL(`${name}.csv`, folder), 'utf8')
  return {
    accounts: read('accounts'),
    contacts: read('contacts'),
    opportunities: read('opportunities'),
    payments: read('payments'),
    expected: {
      accounts: 1223,
      contacts: 1024,
      opportunities: 1517,
      won: '1739555.00',
      payments: 2443,
      paid: '1739555.00',
    },
  }
}

/** The same shape where the real set is not at hand: every gift of 10 to 309 is paid in two halves. */
function madeSet(): CharitySet {
  const rows = Array.from({ length: 300 }, (_, at) => at + 1)
  const gift = (at: number) => 9 + at
  const table = (head: string, lines: readonly string[]) => `${[head, ...lines].join('\n')}\n`
  const total = rows.reduce((sum, at) => sum + gift(at), 0).toFixed(2)
  return {
    accounts: table(
      'id,Name',
      rows.map((at) => `${at},Household ${at}`),
    ),
    contacts: table(
      'id,LastName,Phone,account_id',
      rows.map((at) => `${at},Person ${at},,${at}`),
    ),
    opportunities: table(
      'id,name,amount,stage_name,close_date,account_id',
      rows.map((at) => `${at},Person ${at}: $${gift(at)},${gift(at)}.0,Closed Won,2017-12-30,${at}`),
    ),
    payments: table(
      'id,npe01__Payment_Amount__c,npe01__Payment_Date__c,npe01__opportunity__c',
      rows.flatMap((at) => [1, 2].map((half) => `${at}-${half},${gift(at) / 2},2018-07-31,${at}`)),
    ),
    expected: { accounts: 300, contacts: 300, opportunities: 300, won: total, payments: 600, paid: total },
  }
}

export const charitySet = (): CharitySet => (existsSync(folder) ? realSet() : madeSet())
