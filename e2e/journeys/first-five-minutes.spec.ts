import type { Page } from '@playwright/test'
import { freshDatabase } from '@pipewright/testing/database'
import { query } from '@pipewright/testing/query'
import { expectAccessible } from '../setup/accessibility.ts'
import { startServer } from '../setup/server-process.ts'
import { expect, test } from '../setup/test.ts'

test('a newcomer opens the one-time link and stands on a board full of records', async ({ journey }) => {
  // Two workspaces are made.
  test.setTimeout(150_000)
  const { t } = journey
  await using database = await freshDatabase()
  const server = await startServer({ DATABASE_URL: database.url, LOGS: 'off' })
  try {
    const page = await journey.stranger()
    await page.goto(server.setupUrl ?? '')
    await expect(
      page.getByRole('heading', { name: t('Welcome to Pipewright', '欢迎使用 Pipewright') }),
    ).toBeVisible()
    await expectAccessible(page, 'setup')

    await page.getByLabel(t('Your name', '姓名')).fill('Grace Hopper')
    await page.getByLabel(t('E-mail', '邮箱')).fill('grace@example.com')
    await page.getByLabel(t('Password', '密码'), { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: t('Make my account', '创建账号') }).click()

    await expect(page.getByRole('radio', { name: t('Lead to payment', '线索到回款') })).toBeVisible()
    await expectAccessible(page, 'gallery')
    // What people are paid in where the browser says they are.
    await expect(page.locator('.gallery-currency')).toContainText(t('(GBP)', '(CNY)'))
    const begin = performance.now()
    await page.getByRole('button', { name: t('Start', '开始使用'), exact: true }).click()
    const negotiation = page.getByRole('region', {
      name: new RegExp(t('^Negotiation: \\d+', '^商务谈判：\\d+')),
    })
    await expect(negotiation.getByRole('listitem').first()).toBeVisible({ timeout: 20_000 })
    console.log(`Start to board: ${Math.round(performance.now() - begin)} ms`)
    await expect(negotiation).toContainText(t('£', '¥'))
    await expectAccessible(page, 'board')

    const stages = await query<{ stage: string; count: string }>(
      database.url,
      `select stage, count(*) from ${await schemaOf(database.url)}.opportunity group by 1`,
    )
    const held = stages.find(({ stage }) => stage === 'negotiation')?.count
    await expect(negotiation).toHaveAccessibleName(t(`Negotiation: ${held}`, `商务谈判：${held}`))

    await startFromTable(page, server.url, t)

    // The link is used up: whoever finds it later makes no account with it.
    const later = await journey.stranger()
    await later.goto(server.setupUrl ?? '')
    await expect(
      later.getByRole('heading', { name: t('Sign in to Pipewright', '登录 Pipewright') }),
    ).toBeVisible()
    // Open pages would ask a server that is closing, and be refused.
    await Promise.all([page.close(), later.close()])
  } finally {
    await server.stop()
  }
})

/** A spreadsheet that is dropped on its card is a form with its rows a few seconds later. */
async function startFromTable(page: Page, url: string, t: (en: string, zh: string) => string) {
  await page.goto(`${url}/start`)
  const card = page.getByRole('radio', { name: t('From a spreadsheet', '从表格开始') })
  const lines = [
    '"Company, name",Visited,Price',
    '"Acme ""West""",2026-11-02,"1,200.50"',
    '华东重工,2026-11-03,88',
  ]
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'Visits 2026.csv', { type: 'text/csv' }))
    return transfer
  }, lines.join('\r\n'))
  await card.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(card).toBeChecked()
  await expect(card).toContainText('Visits 2026.csv')
  await page.getByRole('button', { name: t('Start', '开始使用'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Acme "West"/)).toBeVisible({ timeout: 30_000 })
  await dialog.getByRole('button', { name: t('Create form', '创建表单') }).click()
  // The form stands in the designer; its rows are behind it.
  const leave = page.getByRole('button', { name: t('Close the designer', '关闭设计器') })
  await expect(leave).toBeVisible({ timeout: 30_000 })
  await leave.click()
  await expect(page.getByText('Acme "West"')).toBeVisible()
  await expect(page.getByText('华东重工')).toBeVisible()
}

async function schemaOf(url: string): Promise<string> {
  const [row] = await query<{ name: string }>(
    url,
    `select schema_name as name from information_schema.schemata where schema_name like 'ws\\_%'`,
  )
  return row?.name ?? ''
}
