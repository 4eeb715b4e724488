import { describe, expect, test } from 'vitest'
import { centsOf, dayOf, lineCents, readSample, readSampleFiles, sum } from './read-sample.ts'
import type { SampleRow } from './read-sample.ts'
import { languages, makeSample } from './sample.ts'
import type { Language } from './sample.ts'

const both = Object.keys(languages) as Language[]

test.each(both)('the %s sample is what the generator makes, to the byte', (language) => {
  expect(readSampleFiles(language)).toEqual(makeSample(language))
})

describe.each(both)('the %s sample', (language) => {
  const sample = readSample(language)
  const rowsWith = (name: string, field: string, value: string | undefined): readonly SampleRow[] =>
    sample.rows(name).filter((row) => row[field] === value)
  const linesTotal = (name: string, parent: string | undefined) =>
    sum(rowsWith(`${name}.items`, 'parent', parent).map(lineCents))
  const paidOf = (instalment: SampleRow) =>
    sum(rowsWith('payment', 'payment_plan', instalment.id).map((row) => centsOf(row.amount)))

  test('has about two thousand records', () => {
    const forms = sample.names.filter(
      (name) => !name.includes('.') && name !== 'members' && name !== 'departments',
    )
    const count = forms.reduce((total, name) => total + sample.rows(name).length, 0)
    expect(forms).toHaveLength(12)
    expect(count).toBeGreaterThan(1800)
    expect(count).toBeLessThan(2400)
  })

  test('has many early and few late opportunities, and wins a quarter to a third of those decided', () => {
    const count = (stage: string) => rowsWith('opportunity', 'stage', stage).length
    const open = ['qualification', 'needs_analysis', 'proposal', 'negotiation'].map(count)
    expect(open).toEqual(open.toSorted((a, b) => b - a))
    const rate = count('won') / (count('won') + count('lost'))
    expect(rate).toBeGreaterThan(0.25)
    expect(rate).toBeLessThan(0.3)
  })

  test('has deals won in each of the last twelve months', () => {
    const months = rowsWith('opportunity', 'stage', 'won').map((row) =>
      Math.ceil(dayOf(row.close_date) / -30),
    )
    expect(new Set(months).size).toBeGreaterThanOrEqual(11)
  })

  test('has one contract, order and three instalments of the accepted quote for every won opportunity', () => {
    const sold = rowsWith('opportunity', 'stage', 'won').map((row) => row.id)
    expect(sample.rows('contract')).toHaveLength(sold.length)
    expect(new Set(sample.rows('contract').map((row) => row.opportunity))).toEqual(new Set(sold))
    for (const contract of sample.rows('contract')) {
      const quote = sample.find('quote', contract.quote)
      const orders = rowsWith('sales_order', 'contract', contract.id)
      const plan = rowsWith('payment_plan', 'contract', contract.id)
      const amount = centsOf(contract.amount)
      expect(quote).toMatchObject({
        status: 'accepted',
        opportunity: contract.opportunity,
        account: contract.account,
      })
      expect(linesTotal('quote', quote.id)).toBe(amount)
      expect(centsOf(sample.find('opportunity', contract.opportunity).amount)).toBe(amount)
      expect(orders.map((order) => linesTotal('sales_order', order.id))).toEqual([amount])
      expect(plan).toHaveLength(3)
      expect(sum(plan.map((row) => centsOf(row.amount)))).toBe(amount)
      expect(plan.map((row) => row.sales_order)).toEqual(Array(3).fill(orders[0]?.id))
      for (const row of [quote, ...orders, ...plan]) expect(row.account).toBe(contract.account)
    }
  })

  test('takes the amount of an opportunity from its latest quote', () => {
    const latest = new Map(sample.rows('quote').map((quote) => [quote.opportunity, quote]))
    for (const [opportunity, quote] of latest)
      expect(centsOf(sample.find('opportunity', opportunity).amount)).toBe(linesTotal('quote', quote.id))
  })

  test('never receives more than an instalment asks for; some are overdue, some partly paid', () => {
    const states = sample.rows('payment_plan').map((row) => {
      const open = centsOf(row.amount) - paidOf(row)
      expect(open).toBeGreaterThanOrEqual(0n)
      if (open === 0n) return 'paid'
      return paidOf(row) > 0n ? 'partly paid' : dayOf(row.due_date) < 0 ? 'overdue' : 'open'
    })
    const count = (state: string) => states.filter((each) => each === state).length
    expect(count('paid')).toBeGreaterThan(60)
    expect(count('overdue')).toBeGreaterThanOrEqual(6)
    expect(count('partly paid')).toBeGreaterThanOrEqual(2)
    expect(count('open')).toBeGreaterThanOrEqual(3)
  })

  test('completes a contract only when it is paid', () => {
    for (const contract of rowsWith('contract', 'status', 'completed'))
      for (const row of rowsWith('payment_plan', 'contract', contract.id))
        expect(paidOf(row)).toBe(centsOf(row.amount))
  })

  test('invoices no more than the contract is worth', () => {
    for (const contract of sample.rows('contract')) {
      const invoiced = sum(rowsWith('invoice', 'contract', contract.id).map((row) => centsOf(row.amount)))
      expect(invoiced).toBeLessThanOrEqual(centsOf(contract.amount))
    }
  })

  /** Form, its relation, and whether the related record comes first or follows. */
  const orders = [
    ['contact', 'account', 'account', 'first'],
    ['opportunity', 'account', 'account', 'first'],
    ['opportunity', 'contact', 'contact', 'first'],
    ['quote', 'opportunity', 'opportunity', 'first'],
    ['contract', 'quote', 'quote', 'first'],
    ['sales_order', 'contract', 'contract', 'first'],
    ['payment_plan', 'sales_order', 'sales_order', 'first'],
    ['payment', 'contract', 'contract', 'first'],
    ['payment', 'payment_plan', 'payment_plan', 'first'],
    ['invoice', 'contract', 'contract', 'first'],
    ['activity', 'opportunity', 'opportunity', 'first'],
    ['activity', 'lead', 'lead', 'first'],
    ['account', 'parent', 'account', 'first'],
    ['lead', 'opportunity', 'opportunity', 'follows'],
  ] as const

  test.each(orders)('makes %s and its %s in their order', (form, relation, target, order) => {
    const wrong = sample.rows(form).filter((row) => {
      if (!row[relation]) return false
      const related = dayOf(sample.find(target, row[relation]).created)
      return order === 'first' ? related > dayOf(row.created) : related < dayOf(row.created)
    })
    expect(wrong).toEqual([])
  })

  test('lists records in the order in which they were made, none of them in the future', () => {
    for (const name of sample.names) {
      const days = sample.rows(name).flatMap((row) => (row.created ? [dayOf(row.created)] : []))
      expect(days).toEqual(days.toSorted((a, b) => a - b))
      expect(Math.max(...days, -1)).toBeLessThan(0)
    }
  })

  test('keeps contact, account and owner of an opportunity together', () => {
    for (const deal of sample.rows('opportunity')) {
      expect(sample.find('contact', deal.contact).account).toBe(deal.account)
      expect(sample.find('account', deal.account).owner).toBe(deal.owner)
    }
  })

  test('reaches nobody: addresses end in example names and numbers are of ranges that do not ring', () => {
    const rows = ['lead', 'contact', 'account', 'members'].flatMap((name) => sample.rows(name))
    for (const { email = '', website = '', phone = '' } of rows) {
      expect(email).toMatch(/^$|@[a-z0-9]+\.example$|@example\.com$/)
      expect(website).toMatch(/^$|\.example$/)
      expect(phone).toMatch(
        /^$|^142\d{8}$|^0\d{2,3}-0\d{6,7}$|^\+44 7700 900\d{3}$|^\+44 (1632 960|\d{2,3} \d{3,4} \d)\d{3}$|^\+1 \d{3} 555 01\d{2}$/,
      )
    }
  })

  test('gives no phone number and no company twice among new leads and accounts', () => {
    const open = sample.rows('lead').filter((row) => row.status !== 'converted')
    const phones = [...open, ...sample.rows('contact'), ...sample.rows('account')].map((row) => row.phone)
    const companies = [
      ...open.flatMap((row) => row.company || []),
      ...sample.rows('account').map((row) => row.name),
    ]
    expect(new Set(phones).size).toBe(phones.length)
    expect(new Set(companies).size).toBe(companies.length)
  })
})
