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
    expect(
      sample
        .rows('contract')
        .map((row) => row.opportunity)
        .toSorted(),
    ).toEqual(
      rowsWith('opportunity', 'stage', 'won')
        .map((row) => row.id)
        .toSorted(),
    )
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
    for (const deal of sample.rows('opportunity')) {
      const latest = rowsWith('quote', 'opportunity', deal.id).at(-1)
      if (latest) expect(centsOf(deal.amount)).toBe(linesTotal('quote', latest.id))
    }
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

  test('lets everything happen in its order, and nothing in the future', () => {
    const before = (a: SampleRow, b: SampleRow) =>
      expect(dayOf(a.created), `${a.id} ${b.id}`).toBeLessThanOrEqual(dayOf(b.created))
    for (const name of sample.names.filter((each) => !each.includes('.')))
      for (const row of sample.rows(name)) if (row.created) expect(dayOf(row.created)).toBeLessThan(0)
    for (const row of sample.rows('contact')) before(sample.find('account', row.account), row)
    for (const row of sample.rows('opportunity')) {
      before(sample.find('account', row.account), row)
      before(sample.find('contact', row.contact), row)
    }
    for (const row of sample.rows('quote')) before(sample.find('opportunity', row.opportunity), row)
    for (const row of sample.rows('contract')) before(sample.find('quote', row.quote), row)
    for (const row of [...sample.rows('payment'), ...sample.rows('invoice')])
      before(sample.find('contract', row.contract), row)
    for (const row of sample.rows('lead'))
      if (row.opportunity) before(row, sample.find('opportunity', row.opportunity))
    for (const row of sample.rows('account')) if (row.parent) before(sample.find('account', row.parent), row)
    for (const row of sample.rows('activity'))
      if (row.opportunity) before(sample.find('opportunity', row.opportunity), row)
  })

  test('lists records in the order in which they were made', () => {
    for (const name of sample.names.filter((each) => !each.includes('.'))) {
      const days = sample.rows(name).flatMap((row) => (row.created ? [dayOf(row.created)] : []))
      expect(days, name).toEqual(days.toSorted((a, b) => a - b))
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
