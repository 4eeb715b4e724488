import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { publishForm } from '../setup/large-form.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'
import { visitForm } from '../setup/visit-form.ts'

// One pixel, as PNG.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const shown = (page: Page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')

/** Chooses by typing some of it, and takes the first entry that has the words. */
async function pick(field: Locator, typed: string, entry: string): Promise<void> {
  await field.getByRole('combobox').first().click()
  await field.getByRole('combobox').first().fill(typed)
  await shown(field.page()).locator('.ant-select-item-option').filter({ hasText: entry }).first().click()
}

/** A line by mouse or finger across the paper. */
async function sign(page: Page, paper: Locator): Promise<void> {
  const box = await paper.boundingBox()
  if (box === null) throw new Error('There is no paper')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (const [dx, dy] of [
    [60, -30],
    [90, 30],
    [130, -20],
    [170, 10],
  ] as const)
    await page.mouse.move(box.x + 40 + dx, box.y + box.height / 2 + dy, { steps: 4 })
  await page.mouse.up()
}

test('a report of a visit with every kind of field is filled, saved and read', async ({
  journey,
  world,
  journeyLocale: locale,
}, info) => {
  const isPhone = info.project.name.endsWith('-phone')
  test.setTimeout(180_000)
  const { t } = journey
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, visitForm)
  const { account } = await recordsOf(world, 'rep', locale)
  const page = await journey.as('owner')
  await page.context().grantPermissions(['geolocation'], { origin: world.url })
  await page.context().setGeolocation({ latitude: 31.230391, longitude: 121.473702 })
  const field = (key: string) => page.locator(`[data-field="${key}"]`)
  const box = (key: string) => field(key).getByRole('textbox').first()

  await page.goto(journey.at('/f/visit/new'))
  await expect(box('begins')).toHaveValue('')
  await expectAccessible(page, 'the empty form')

  await test.step('texts, people and times', async () => {
    await box('subject').fill(t('First meeting', '首次拜访'))
    await pick(field('customer'), account.name.slice(0, 4), account.name)
    const regarding = field('regarding')
    if (isPhone) {
      await regarding.getByRole('button').first().click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('textbox').fill(account.name)
      await sheet
        .getByRole('region', { name: t('Accounts', '客户') })
        .getByRole('button', { name: account.name, exact: true })
        .click()
    } else {
      await regarding.getByRole('combobox').fill(account.name)
      // Records of other forms may be called the same: it is the one below the heading of accounts.
      await shown(page)
        .locator('.ant-select-item-group', { hasText: t('Accounts', '客户') })
        .locator('xpath=following-sibling::*[1]')
        .getByText(account.name, { exact: true })
        .click()
    }
    await expect(regarding).toContainText(`${t('Account', '客户')} ${account.name}`)
    await pick(field('visitor'), t('Sophie', '王思'), t('Sophie Lindqvist', '王思远'))
    await pick(field('company'), t('Callum', '周子'), t('Callum Fraser', '周子涵'))
    await page.keyboard.press('Escape')
    await box('day').fill('2026-11-20')
    await page.keyboard.press('Tab')
    await box('begins').fill('9:30')
    await page.keyboard.press('Enter')
    await box('length').fill(t('1h 15m', '1小时15分'))
    await box('next_call').fill('2026-12-01 14:00')
    await page.keyboard.press('Enter')
    await box('trial').fill('2026-12-01')
    await page.keyboard.press('Tab')
    await field('trial').getByRole('textbox').nth(1).fill('2026-12-31')
    await page.keyboard.press('Tab')
  })

  await test.step('choices and figures', async () => {
    await field('mood').getByText(t('Warm', '积极'), { exact: true }).click()
    await field('topics').getByText(t('Price', '价格'), { exact: true }).click()
    await field('topics').getByText(t('Service', '服务'), { exact: true }).click()
    await field('labels').getByRole('combobox').fill(t('trade fair', '展会'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await field('decider').getByRole('switch').click()
    await field('interest').locator('label').nth(3).click()
    await box('budget').fill('120000.5')
    await box('seats').fill('45')
    await box('chance').fill('60')
    await box('progress').fill('35')
  })

  await test.step('ways to reach them', async () => {
    await box('phone').fill('13800138000')
    await box('email').fill('lin@example.com')
    await expect(box('phone')).toHaveValue('138 0013 8000')
    await box('website').fill('https://example.com')
    const divisions = field('address').getByRole('combobox', { name: /\/ (city|市) \// })
    await divisions.click()
    await divisions.fill('nanshan')
    await page.locator('.ant-cascader-menu-item').filter({ hasText: '深圳市' }).first().click()
    await field('address').getByLabel(t('Street and number', '详细地址')).fill('科技园南路1号')
    await field('place')
      .getByRole('button', { name: t('Use my position', '使用当前位置') })
      .click()
    await expect(box('place')).toHaveValue('31.230391, 121.473702')
  })

  await test.step('what came of it', async () => {
    const minutes = field('minutes').locator('[contenteditable=true]')
    await minutes.click()
    await page.keyboard.type(t('They want a trial.', '客户希望先试用。'))
    await page.keyboard.press('ControlOrMeta+A')
    await field('minutes')
      .getByRole('button', { name: t('Bold', '加粗') })
      .click()
    await box('next').fill(t('Send the quote', '发送报价单'))
    await field('photos')
      .locator('input[type=file]')
      .setInputFiles({ name: 'booth.png', mimeType: 'image/png', buffer: pixel })
    await field('papers')
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') })
    await expect(field('papers').getByText('notes.txt')).toBeVisible()
  })

  await test.step('the customer signs', async () => {
    await field('signature')
      .getByRole('button', { name: t('Sign', '签名') })
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: t('Use this signature', '使用此签名') })).toBeDisabled()
    await sign(page, dialog.locator('canvas'))
    await expectAccessible(page, 'the paper to sign on')
    await dialog.getByRole('button', { name: t('Use this signature', '使用此签名') }).click()
    await expect(field('signature').locator('img')).toBeVisible()
  })

  await test.step('products', async () => {
    await field('shown')
      .getByRole('button', { name: t('Add row', '添加一行') })
      .click()
    const row = isPhone ? page.getByRole('dialog') : field('shown')
    // Nothing is called wrong before it was filled.
    await expect(row.locator('[aria-invalid=true]')).toHaveCount(0)
    await row.getByRole('textbox', { name: t('Product', '产品') }).fill(t('Pump', '水泵'))
    await row.getByRole('textbox', { name: t('Quantity', '数量') }).fill('3')
    await row.getByRole('textbox', { name: t('Price', '单价') }).fill('1500')
    await row.getByRole('button', { name: t('Picture, row 1', '图片，第 1 行') }).click()
    const files = page.getByRole('dialog', { name: t('Picture, row 1', '图片，第 1 行') })
    await files
      .locator('input[type=file]')
      .setInputFiles({ name: 'pump.png', mimeType: 'image/png', buffer: pixel })
    await expect(files.locator('img')).toBeVisible()
    await files.getByRole('button', { name: t('Done', '完成') }).click()
    await expect(files).toBeHidden()
    if (isPhone) await row.getByRole('button', { name: t('Done', '完成') }).click()
    await expect(field('total')).toContainText('¥4,500.00')
  })

  await expectAccessible(page, 'the filled form')
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t('First meeting', '首次拜访'))
  await expect(box('begins')).toHaveValue('09:30')
  await expect(box('phone')).toHaveValue('138 0013 8000')
  await expect(field('address')).toContainText('广东省 / 深圳市 / 南山区')
  await expect(field('labels')).toContainText(t('trade fair', '展会'))
  await expect(field('minutes').locator('strong')).toHaveText(t('They want a trial.', '客户希望先试用。'))
  await expect(field('total')).toContainText('¥4,500.00')
  await expect(field('regarding')).toContainText(account.name)
  await expect(field('signature').locator('img')).toBeVisible()
  await expect(field('photos').locator('img')).toBeVisible()
  await expectAccessible(page, 'the record')
})
