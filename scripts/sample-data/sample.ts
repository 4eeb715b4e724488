import { makeActivities } from './activities.ts'
import { castOf } from './cast.ts'
import { makeContracts } from './contracts.ts'
import { toCsv } from './csv.ts'
import { makeAccounts } from './deals.ts'
import { makeLeads } from './leads.ts'
import type { Contract } from './model.ts'
import type { Under } from './money-tables.ts'
import * as money from './money-tables.ts'
import { quoteDeals } from './quotes.ts'
import { randomFrom } from './random.ts'
import type { Table } from './tables.ts'
import { accountTable, activityTable, contactTable, dealTable, leadTable, number } from './tables.ts'
import { en } from './words/en/index.ts'
import type { Words } from './words/words.ts'
import { zh } from './words/zh/index.ts'

export const languages = { en, zh } as const satisfies Readonly<Record<string, Words>>
export type Language = keyof typeof languages

function teamTables(words: Words): Record<string, Table> {
  const members = words.members.map(({ key, name, role, department }) => ({
    key,
    name,
    email: `${key.replaceAll('_', '.')}@example.com`,
    role,
    department,
  }))
  return {
    departments: {
      columns: ['key', 'name', 'parent', 'manager'],
      rows: words.departments.map((each) => ({ ...each })),
    },
    members: { columns: ['key', 'name', 'email', 'role', 'department'], rows: members },
  }
}

function contractTables(contracts: readonly Contract[], words: Words): Record<string, Table> {
  const under = <E>(pick: (contract: Contract) => readonly Omit<Under<E>, 'contract'>[]): Under<E>[] =>
    contracts.flatMap((contract) => pick(contract).map((each) => ({ ...each, contract })))
  const orders = under((contract) => [{ entity: contract.order }])
  const plan = under((contract) => contract.instalments.map((entity) => ({ entity })))
  const payments = under((contract) =>
    contract.instalments.flatMap((instalment) =>
      instalment.payments.map((entity) => ({ entity, instalment })),
    ),
  )
  const invoices = under((contract) =>
    contract.instalments.flatMap((instalment) =>
      instalment.invoice ? [{ entity: instalment.invoice, instalment }] : [],
    ),
  )
  const sorted = number('con', contracts)
  const sortedOrders = number(
    'ord',
    orders.map(({ entity }) => entity),
  )
  const sortedPlan = number(
    'ins',
    plan.map(({ entity }) => entity),
  )
  const sortedPayments = number(
    'pay',
    payments.map(({ entity }) => entity),
  )
  const sortedInvoices = number(
    'inv',
    invoices.map(({ entity }) => entity),
  )
  return {
    contract: money.contractTable(sorted),
    sales_order: money.orderTable(sortedOrders, orders),
    'sales_order.items': money.lineTable(
      sorted.map((each) => [each.order.id, each.quote.lines]),
      words,
    ),
    payment_plan: money.planTable(sortedPlan, plan),
    payment: money.paymentTable(sortedPayments, payments),
    invoice: money.invoiceTable(sortedInvoices, invoices),
  }
}

/** All sample files of a language by name, without ending. */
export function makeTables(language: Language): Record<string, Table> {
  const words: Words = languages[language]
  const randomOf = (part: string) => randomFrom(`${language} ${part}`)
  const cast = castOf(words, randomOf('cast'))
  const made = makeAccounts(words, cast, randomOf('accounts'))
  quoteDeals(made, words, randomOf('quotes'))
  const contracts = makeContracts(made, words, randomOf('contracts'))
  const drafts = makeLeads(made, words, cast, randomOf('leads'))
  const activities = number('act', makeActivities(made, drafts, words, randomOf('activities')))
  const accounts = number('acc', made)
  const contacts = number(
    'per',
    accounts.flatMap((account) => account.contacts),
  )
  const deals = number(
    'opp',
    accounts.flatMap((account) => account.deals),
  )
  const quotes = number(
    'quo',
    deals.flatMap((deal) => deal.quotes),
  )
  const leads = number('lea', drafts)
  return {
    ...teamTables(words),
    product: money.productTable(words),
    account: accountTable(accounts, words),
    contact: contactTable(contacts),
    opportunity: dealTable(deals),
    lead: leadTable(leads),
    activity: activityTable(activities),
    quote: money.quoteTable(quotes),
    'quote.items': money.lineTable(
      quotes.map((quote) => [quote.id, quote.lines]),
      words,
    ),
    ...contractTables(contracts, words),
  }
}

/** The files of a language as they lie in the template's folder: name → text. */
export function makeSample(language: Language): Record<string, string> {
  const tables = Object.entries(makeTables(language))
  return Object.fromEntries(tables.map(([name, { columns, rows }]) => [`${name}.csv`, toCsv(columns, rows)]))
}
