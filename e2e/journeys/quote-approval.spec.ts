import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'
import { nameOf } from '../setup/world.ts'

type Say = (en: string, zh: string) => string

interface Line {
  readonly product: string
  readonly quantity: string
  readonly price: string
  readonly discount: string
}

async function typeLine(page: Page, t: Say, row: number, line: Line): Promise<void> {
  const cell = (en: string, zh: string) => t(`${en}, row ${row}`, `${zh}，第 ${row} 行`)
  await page.getByRole('button', { name: t('Add row', '添加一行') }).click()
  await choose(page, cell('Product', '产品'), line.product, line.product)
  await boxOf(page, cell('Quantity', '数量')).fill(line.quantity)
  await boxOf(page, cell('Unit price', '单价')).fill(line.price)
  await boxOf(page, cell('Discount', '折扣率')).fill(line.discount)
  // On a phone a row is changed in a drawer.
  const done = page.getByRole('button', { name: t('Done', '完成'), exact: true })
  if (await done.isVisible()) await done.click()
}

/** A field of the form that is only read, by its label. */
const fact = (page: Page, label: string) =>
  page.locator('.pw-field').filter({ has: page.locator('.pw-field-head').getByText(label, { exact: true }) })

test('a quote adds up exactly, goes to the manager above 20 % and comes back approved', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const { account, products } = await recordsOf(world, 'rep', journeyLocale)
  const page = await journey.as('rep')

  await page.goto(at('/f/quote/new'))
  await choose(page, t('Account', '客户'), account.name, account.name)
  await typeLine(page, t, 1, { product: products[0].name, quantity: '3', price: '19.99', discount: '25' })
  await typeLine(page, t, 2, {
    product: products[1].name,
    quantity: '2.5',
    price: '1333.33',
    discount: '12.5',
  })

  const expectTotals = async () => {
    await expect(fact(page, t('Subtotal', '原价合计'))).toContainText('¥3,393.30')
    await expect(fact(page, t('Total', '报价总额'))).toContainText('¥2,961.64')
    await expect(fact(page, t('Highest discount', '最高折扣率'))).toContainText('25')
  }
  await test.step('totals while typing', expectTotals)
  await expectAccessible(page, 'quote form')
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Q-\d+$/ })).toBeVisible()
  await test.step('totals after saving', expectTotals)
  const quote = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const number = await page.getByRole('heading', { level: 1 }).innerText()
  const [saved] = await world.sql(
    'select subtotal, discount_total, total, max_discount, status from quote where id = $1',
    [quote],
  )
  expect(saved).toMatchObject({
    subtotal: '3393.30',
    discount_total: '431.66',
    total: '2961.64',
    status: 'draft',
  })
  expect(
    await world.sql('select line_total from quote_items where parent = $1 order by position', [quote]),
  ).toEqual([{ line_total: '44.98' }, { line_total: '2916.66' }])

  await test.step('submit it', async () => {
    await page.getByRole('button', { name: t('Submit for approval', '提交审批') }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel(t('Comment for the approver', '给审批人的说明'))
      .fill(t('They buy again in spring', '客户明年春天会续购'))
    await dialog.getByRole('button', { name: t('Submit for approval', '提交审批') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(t('In approval', '审批中')).first()).toBeVisible()
    await expect(boxOf(page, t('Discount, row 1', '折扣率，第 1 行'))).toHaveCount(0)
  })

  await test.step('the manager sees what he decides on, and approves', async () => {
    const desk = await journey.as('manager')
    await desk.goto(at('/todo'))
    const card = desk.locator('.task-card').filter({ hasText: number })
    await expect(card).toContainText(account.name)
    await expect(card).toContainText('¥2,961.64')
    await expect(card).toContainText(nameOf('rep', journeyLocale))
    await expect(card).toContainText(t('They buy again in spring', '客户明年春天会续购'))
    await expect(card.getByText(t('Margin rate', '毛利率'))).toBeVisible()
    await expectAccessible(desk, 'to-do')
    await card.getByLabel(t('Comment', '审批意见')).fill(t('Fine, once', '同意，仅此一次'))
    await card.getByRole('button', { name: t('Approve', '同意') }).click()
    await expect(card).toBeHidden()
  })

  await test.step('the rep sees the decision', async () => {
    await page.reload()
    await page.getByRole('tab', { name: t('Approvals', '审批') }).click()
    const manager = nameOf('manager', journeyLocale)
    await expect(page.getByText(t(`Approved by ${manager}`, `${manager} 已同意`))).toBeVisible()
    await expect(page.getByText(t('Fine, once', '同意，仅此一次'))).toBeVisible()
    expect((await world.sql('select status from quote where id = $1', [quote]))[0]).toEqual({
      status: 'approved',
    })
  })
})

test('a quote is rejected with a comment, and its rep reads why', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const { account, products } = await recordsOf(world, 'rep', journeyLocale)
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'quote' }
  const items = [{ product: products[0].id, quantity: '1', unit_price: '1000.00', discount: '30' }]
  const quote = await rep.call('createRecord', { params, body: { values: { account: account.id, items } } })
  await rep.call('submitRecord', {
    params: { ...params, id: quote.id, workflow: 'discount_approval' },
    body: { version: quote.version },
  })

  const desk = await journey.as('manager')
  await desk.goto(at('/f/opportunity'))
  await desk.getByRole('button', { name: new RegExp(t('To-do', '待办')) }).click()
  const card = desk.locator('.task-card').filter({ hasText: quote.title })
  await card.getByLabel(t('Comment', '审批意见')).fill(t('At most 25 %', '最多 25%'))
  await card.getByRole('button', { name: t('Reject', '驳回') }).click()
  await expect
    .poll(() => world.sql('select status, locked_by from quote where id = $1', [quote.id]))
    .toEqual([{ status: 'rejected', locked_by: null }])
  await expect(card).toBeHidden()

  const page = await journey.as('rep')
  await page.goto(at(`/f/quote/${quote.id}?tab=approvals`))
  await expect(page.getByText(t('At most 25 %', '最多 25%'))).toBeVisible()
  await expect(page.getByText(t('Rejected', '已驳回')).first()).toBeVisible()
})
