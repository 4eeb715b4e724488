import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, yuan } from '../setup/form-hand.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test, type World } from '../setup/test.ts'
import { zones, type Locale } from '../setup/world.ts'

/** A quote of 10,000.01 that needed no approval. */
async function approvedQuote(world: World, locale: Locale): Promise<string> {
  const { account, products } = await recordsOf(world, 'rep', locale)
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'quote' }
  const items = [
    { product: products[0].id, quantity: '1', unit_price: '10000.00', discount: '10' },
    { product: products[1].id, quantity: '1', unit_price: '1000.01', discount: '0' },
  ]
  const quote = await rep.call('createRecord', { params, body: { values: { account: account.id, items } } })
  const run = await rep.call('submitRecord', {
    params: { ...params, id: quote.id, workflow: 'discount_approval' },
    body: { version: quote.version },
  })
  expect(run.state).toBe('approved')
  return quote.id
}

const field = (page: Page, key: string) => page.locator(`.pw-field[data-field=${key}]`)

test('an approved quote becomes contract, order and three instalments, and a payment is counted everywhere', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const quote = await approvedQuote(world, journeyLocale)
  const page = await journey.as('rep')
  await page.goto(at(`/f/quote/${quote}`))

  await test.step('make the contract', async () => {
    await page.getByRole('button', { name: t('Make contract and order', '生成合同和订单') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(t('3 records', '3 条记录'))).toBeVisible()
    await dialog.getByRole('button', { name: t('Convert', '确认转换'), exact: true }).click()
    await expect(page).toHaveURL(/\/f\/contract\//)
    await expect(page.getByRole('heading', { level: 1, name: /^C-\d+$/ })).toBeVisible()
  })
  const contract = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const plan = await world.sql<{ id: string; label: string; amount: string }>(
    'select id, label, amount from payment_plan where contract = $1 order by due_date',
    [contract],
  )
  expect(plan.map(({ amount }) => amount)).toEqual(['3000.00', '4000.00', '3000.01'])
  await expectAccessible(page, 'contract')

  await test.step('record a payment against the first instalment', async () => {
    await page.getByRole('tab', { name: t('Related', '关联记录') }).click()
    await page.getByRole('link', { name: plan[0]?.label ?? '' }).click()
    await expect(page.getByRole('heading', { level: 1, name: plan[0]?.label ?? '' })).toBeVisible()
    await page.getByRole('tab', { name: t('Related', '关联记录') }).click()
    await page.getByRole('button', { name: t('Add Payment', '新建回款') }).click()
    const form = page.getByRole('dialog').or(page.locator('.page-body')).last()
    await boxOf(form, t('Amount', '回款金额')).fill('1,000.00')
    await form.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    await expect(page.getByText('¥1,000.00').first()).toBeVisible()
  })

  await test.step('instalment, contract and order show paid and open', async () => {
    await page.goto(at(`/f/payment_plan/${plan[0]?.id}`))
    await expect(field(page, 'paid')).toContainText('¥1,000.00')
    await expect(field(page, 'open')).toContainText('¥2,000.00')
    await page.goto(at(`/f/contract/${contract}`))
    await expect(field(page, 'planned')).toContainText('¥10,000.01')
    await expect(field(page, 'paid')).toContainText('¥1,000.00')
    await expect(field(page, 'open')).toContainText('¥9,000.01')
    const [order] = await world.sql<{ id: string }>('select id from sales_order where contract = $1', [
      contract,
    ])
    await page.goto(at(`/f/sales_order/${order?.id}`))
    await expect(field(page, 'total')).toContainText('¥10,000.01')
    await expect(field(page, 'paid')).toContainText('¥1,000.00')
    await expect(field(page, 'open')).toContainText('¥9,000.01')
  })

  await test.step('a second instalment falls overdue', async () => {
    const owner = await world.api('owner')
    const params = { workspace: world.workspace, form: 'payment_plan', id: plan[1]?.id ?? '' }
    const { version } = await owner.call('getRecord', { params })
    await owner.call('updateRecord', { params, body: { version, values: { due_date: '2026-01-31' } } })
    await page.goto(at(`/f/contract/${contract}`))
    await expect(field(page, 'overdue')).toContainText('¥4,000.00')
    const [sums] = await world.sql<{ overdue: string; open: string }>(
      `select sum(amount - coalesce(paid, 0)) as open,
              sum(amount - coalesce(paid, 0)) filter (where due_date < (now() at time zone '${zones[journeyLocale]}')::date) as overdue
         from (select p.amount, p.due_date, (select sum(amount) from payment where payment_plan = p.id) as paid
                 from payment_plan p where contract = $1) as p`,
      [contract],
    )
    await expect(field(page, 'open')).toContainText(yuan(sums?.open ?? null))
    await expect(field(page, 'overdue')).toContainText(yuan(sums?.overdue ?? null))
  })

  await test.step('record an invoice', async () => {
    await page.getByRole('tab', { name: t('Related', '关联记录') }).click()
    await page.getByRole('button', { name: t('Add Invoice', '新建发票') }).click()
    const form = page.getByRole('dialog').or(page.locator('.page-body')).last()
    await boxOf(form, t('Amount incl. tax', '价税合计')).fill('1000')
    await form.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    await expect
      .poll(() => world.sql('select amount, tax, status from invoice where contract = $1', [contract]))
      .toEqual([{ amount: '1000.00', tax: '115.04', status: 'requested' }])
  })
})
