import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { createBuilder } from '../setup/builder.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { keys, mouse, type Hand } from '../setup/hands.ts'
import { choiceFields, plainFields } from '../setup/order-fields.ts'
import { expect, test, type World } from '../setup/test.ts'
import type { Locale } from '../setup/world.ts'

type Say = (en: string, zh: string) => string

const catalogue = ['Pumps\tWater\tW100', 'Pumps\tWater\tW200', 'Pumps\tOil\tO10', 'Valves\tBall\tB5']

async function makeForm(page: Page, t: Say, hand: Hand, name: string): Promise<void> {
  const b = createBuilder(page, t, hand)
  await hand.press(b.button('New form', '新建表单'))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().focus()
  await page.keyboard.insertText(name)
  await hand.press(dialog.getByRole('button', { name: t('Create form', '创建表单') }))
  await expect(page.locator('.pwd-field')).toHaveCount(1)
}

async function addFields(page: Page, t: Say, hand: Hand): Promise<void> {
  const b = createBuilder(page, t, hand)
  for (const [type, label] of plainFields) await b.add(type, label)
  for (const [type, label, options] of choiceFields) {
    await b.add(type, label)
    await b.options(options)
  }
  await test.step('dependent options over three levels', async () => {
    await b.add(['Single choice', '单选'], ['Category', '产品大类'])
    await b.levels(catalogue, [
      ['Family', '产品系列'],
      ['Model', '型号'],
    ])
  })
  await test.step('line items with a calculated column, and their total', async () => {
    await b.add(['Line items', '明细表'], ['Lines', '订单明细'])
    const back = b.button('Lines', '订单明细')
    await b.addColumn(['Number', '数字'], ['Quantity', '数量'])
    await hand.press(back)
    await b.addColumn(['Money', '金额'], ['Price', '单价'])
    await hand.press(back)
    await b.addColumn(['Formula', '公式'], ['Line total', '小计'])
    await b.formula(t('Quantity * Price', '数量 * 单价'))
    await hand.press(back)
    await b.add(['Formula', '公式'], ['Order total', '订单合计'])
    await b.formula(t('SUM(Lines.[Line total])', 'SUM(订单明细.小计)'))
  })
}

/** A record may not be confirmed before a day is known. */
async function addGate(page: Page, t: Say, hand: Hand): Promise<void> {
  const b = createBuilder(page, t, hand)
  await hand.press(b.button('Stages', '阶段'))
  await hand.choose(b.list('Stages', '阶段字段'), t('Progress', '订单进度'))
  const stages = page.getByRole('navigation', { name: t('Stages', '阶段') })
  await hand.press(stages.getByRole('button', { name: t('Confirmed', '已确认') }))
  const gate = page.getByRole('combobox', {
    name: t('Before a record comes in: Fields that must be filled', '进入此阶段前: 必须填写的字段'),
  })
  await hand.choose(gate, t('Wanted by', '要求到货日期'))
  await page.keyboard.press('Escape')
}

async function publish(page: Page, t: Say, hand: Hand): Promise<string> {
  const b = createBuilder(page, t, hand)
  await hand.press(b.button('Public forms', '公开表单'))
  await hand.press(b.button('Add a public form', '添加公开表单'))
  await hand.press(page.getByRole('button', { name: t('Review & publish', '检查并发布') }))
  const review = page.getByRole('dialog')
  await hand.press(review.getByRole('button', { name: t('Publish', '发布'), exact: true }))
  await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible()
  await hand.press(b.button('Make the link', '生成链接'))
  const link = page.getByRole('link', { name: /\/p\// })
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

async function formOf(world: World, locale: Locale, name: string) {
  const owner = await world.api('owner')
  const { definition } = await owner.call('getDraft', { params: { workspace: world.workspace } })
  const form = definition.forms.find(({ label }) => label[locale] === name)
  if (form === undefined) throw new Error(`${name} is not there`)
  return form
}

/** What the builder meant works for a rep: dependent options, totals and the gate. */
async function enter(desk: Page, t: Say): Promise<void> {
  await boxOf(desk, t('Name', '名称')).first().fill(t('Order of today', '今日订单'))
  await choose(desk, t('Category', '产品大类'), 'Pumps')
  await desk.getByRole('combobox', { name: t('Family', '产品系列'), exact: true }).click()
  const offered = desk.locator(
    '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
  )
  await expect(offered).toHaveText(['Water', 'Oil'])
  await offered.first().click()
  const lines = desk
    .locator('[data-field]')
    .filter({ hasText: t('Lines', '订单明细') })
    .last()
  await lines.getByRole('button', { name: t('Add row', '添加一行') }).click()
  await lines.getByRole('textbox', { name: t('Quantity', '数量') }).fill('3')
  await lines.getByRole('textbox', { name: t('Price', '单价') }).fill('20')
  await expect(
    desk
      .locator('[data-field]')
      .filter({ hasText: t('Order total', '订单合计') })
      .last(),
  ).toContainText('60.00')
  await choose(desk, t('Progress', '订单进度'), t('Confirmed', '已确认'))
  const wanted = desk.getByRole('textbox', { name: t('Wanted by', '要求到货日期'), exact: true })
  const create = desk.getByRole('button', { name: t('Create', '创建'), exact: true })
  await create.click()
  await expect(wanted).toHaveAttribute('aria-invalid', 'true')
  await wanted.fill('2026-12-24')
  await wanted.press('Enter')
  await create.click()
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(t('Order of today', '今日订单'))
}

for (const [way, hand] of [
  ['with the mouse', mouse],
  ['by keyboard alone', keys],
] as const)
  test(`an order form of 40 fields is built ${way}, without code`, async ({
    journey,
    world,
    journeyLocale: locale,
  }) => {
    test.setTimeout(300_000)
    const { t, at } = journey
    const name = t(`Site order ${way}`, `现场订单 ${way}`)
    const page = await journey.as('owner')
    await page.goto(at('/design/opportunity'))
    // The designer is loaded here for the first time.
    await expect(page.locator('.pwd-field').first()).toBeVisible({ timeout: 30_000 })
    await test.step('a new form', () => makeForm(page, t, hand, name))
    await test.step('fields', () => addFields(page, t, hand))
    await expectAccessible(page, 'designer')
    await test.step('a stage with a gate', () => addGate(page, t, hand))
    const link = await test.step('a public page, review and publish', () => publish(page, t, hand))

    const form = await formOf(world, locale, name)
    expect(form.fields).toHaveLength(40)
    expect(form.fields.map(({ label }) => label[locale])).toEqual(
      expect.arrayContaining([...plainFields, ...choiceFields].map(([, words]) => t(...words))),
    )

    const desk = await journey.as('rep')
    await desk.goto(at(`/f/${form.key}/new`))
    await test.step('a rep enters an order', () => enter(desk, t))

    const stranger = await journey.stranger()
    await stranger.goto(link)
    await boxOf(stranger, t('Name', '名称')).first().fill(t('Order of a stranger', '访客的订单'))
    await expect(async () => {
      await stranger.getByRole('button', { name: t('Send', '提交'), exact: true }).click()
      await expect(stranger.getByRole('heading', { name: t('Thank you', '感谢您的填写') })).toBeVisible({
        timeout: 2000,
      })
    }).toPass({ timeout: 15_000 })
    const found = await world.sql<{ name: string }>(`select name from ${form.key}`)
    expect(found.map((one) => one.name).toSorted()).toEqual(
      [t('Order of today', '今日订单'), t('Order of a stranger', '访客的订单')].toSorted(),
    )
  })
