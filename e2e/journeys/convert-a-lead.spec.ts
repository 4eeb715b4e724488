import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, yuan } from '../setup/form-hand.ts'
import { keys } from '../setup/hands.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf } from '../setup/world.ts'

const stageColumn = (page: Page, stage: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${stage}[:：]`) })

type Say = (en: string, zh: string) => string

/** In the designer, by keyboard: the need of a lead goes into the notes of the contact, too. */
async function mapTheNeed(page: Page, t: Say): Promise<void> {
  const area = page.getByRole('button', { name: t('Conversions', '转换'), exact: true })
  // The designer is loaded here for the first time.
  await expect(area).toBeVisible({ timeout: 30_000 })
  await keys.press(area)
  const contact = page.getByRole('region', { name: t('Contact', '联系人'), exact: true })
  const adding = t('What fills Contact: fill a field', '“联系人”的字段取值：添加字段')
  await keys.choose(contact.getByRole('combobox', { name: adding }), t('Notes', '备注'))
  const source = contact.getByRole('combobox', { name: t('What fills Notes', '“备注”的取值来源') })
  await keys.choose(source, t('Need', '客户需求'))
  await expect(contact.getByRole('group', { name: t('Notes', '备注'), exact: true })).toContainText(
    t('Need', '客户需求'),
  )
  await expectAccessible(page, 'conversions')
  await keys.press(page.getByRole('button', { name: t('Review & publish', '检查并发布') }))
  const review = page.getByRole('dialog')
  await expect(review.getByText(new RegExp(t('Changed the conversion', '修改了.*转换')))).toBeVisible()
  await keys.press(review.getByRole('button', { name: t('Publish', '发布'), exact: true }))
  await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible()
}

test('a lead is followed up, converted into a known account, and its opportunity moves over the board', async ({
  journey,
  world,
  journeyLocale,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const { t, at } = journey
  const rep = emailOf('rep', journeyLocale)
  const mine = `owner = (select id from _member where email = $1) and deleted_at is null`
  const { account } = await recordsOf(world, 'rep', journeyLocale)
  const person = t('Harriet Vane', '苏晚晴')
  const need = t('Counts stock twice a year by hand', '每年人工盘点两次库存')

  // What is mapped is desk work.
  if (!isMobile)
    await test.step('map one more field in the designer', async () => {
      const designer = await journey.as('owner')
      await designer.goto(at('/design/lead'))
      await mapTheNeed(designer, t)
      await designer.close()
    })

  const page = await journey.as('rep')
  await page.goto(at('/f/lead/new'))
  await boxOf(page, t('Contact name', '联系人')).fill(person)
  await boxOf(page, t('Company', '公司名称')).fill(account.name)
  await boxOf(page, t('Phone', '手机')).fill('+86 139 0000 7711')
  await boxOf(page, t('Need', '客户需求')).fill(need)
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: person })).toBeVisible()
  await expectAccessible(page, 'lead')

  await test.step('log a follow-up', async () => {
    await page.getByRole('button', { name: t('Log follow-up', '记一条跟进记录') }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('textbox', { name: t('What happened?', '这次跟进的情况') })
      .fill(t('First call', '首次电话沟通'))
    await dialog.getByRole('button', { name: t('Save follow-up', '保存跟进') }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('tab', { name: t('Related', '关联记录') }).click()
    await expect(page.getByRole('link', { name: t('First call', '首次电话沟通') })).toBeVisible()
  })

  await test.step('convert it, with the possible duplicate shown first', async () => {
    await page.getByRole('button', { name: t('Convert', '转为客户和商机'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(t('Possible duplicate', '可能重复')).first()).toBeVisible()
    const known = dialog.getByRole('radio', { name: t(`Use “${account.name}”`, `使用“${account.name}”`) })
    await expect(known).toBeChecked()
    await expectAccessible(page, 'conversion')
    await dialog.getByRole('button', { name: t('Convert', '确认转换'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: account.name })).toBeVisible()
    await expect(page).toHaveURL(/\/f\/opportunity\//)
  })

  const opportunity = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const [made] = await world.sql(
    `select l.status, l.account, a.name as account_name, c.name as contact_name, c.phone, c.account as contact_account, c.notes, o.need, o.stage
       from lead l join account a on a.id = l.account join contact c on c.id = l.contact join opportunity o on o.id = l.opportunity
      where l.opportunity = $1`,
    [opportunity],
  )
  expect(made).toMatchObject({
    status: 'converted',
    account: account.id,
    contact_name: person,
    contact_account: account.id,
    notes: isMobile ? null : need,
    need,
    stage: 'qualification',
  })

  await test.step('give it an amount', async () => {
    await boxOf(page, t('Amount', '预计金额')).fill('12345.67')
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    const amountOf = async () =>
      (
        await world.sql<{ amount: string | null }>('select amount from opportunity where id = $1', [
          opportunity,
        ])
      )[0]?.amount
    await expect.poll(amountOf).toBe('12345.67')
  })

  const sumOf = async (stage: string): Promise<string> => {
    const [row] = await world.sql<{ sum: string | null }>(
      `select sum(amount) from opportunity where stage = $2 and ${mine}`,
      [rep, stage],
    )
    return yuan(row?.sum ?? null)
  }
  const stageOf = async (): Promise<unknown> =>
    (await world.sql('select stage from opportunity where id = $1', [opportunity]))[0]?.['stage']

  await page.goto(at('/f/opportunity?view=opportunity_board'))
  const qualification = stageColumn(page, t('Qualification', '初步接洽'))
  const analysis = stageColumn(page, t('Needs analysis', '需求确认'))
  const proposal = stageColumn(page, t('Proposal', '方案报价'))
  const cardIn = (column: Locator) =>
    column
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: account.name, exact: true }) })
  await expect(qualification.getByText(await sumOf('qualification'))).toBeVisible()
  await expect(cardIn(qualification)).toBeVisible()

  await test.step('drag it with the pointer, or on a phone tap it over', async () => {
    if (isMobile) {
      await cardIn(qualification)
        .getByRole('button', { name: moveTo(t, account.name) })
        .tap()
      await page.getByRole('menuitem', { name: t('Needs analysis', '需求确认') }).tap()
    } else await cardIn(qualification).dragTo(analysis)
    await expect(cardIn(analysis)).toBeVisible()
    await expect.poll(stageOf).toBe('needs_analysis')
    await expect(qualification.getByText(await sumOf('qualification'))).toBeVisible()
    await expect(analysis.getByText(await sumOf('needs_analysis'))).toBeVisible()
  })

  await test.step('move it on by keyboard', async () => {
    await cardIn(analysis)
      .getByRole('button', { name: moveTo(t, account.name) })
      .focus()
    await page.keyboard.press('Enter')
    const entry = page.getByRole('menuitem', { name: t('Proposal', '方案报价') })
    await expect(entry).toBeVisible()
    for (let presses = 0; presses < 8 && !(await isActive(entry)); presses += 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(cardIn(proposal)).toBeVisible()
    await expect.poll(stageOf).toBe('proposal')
    await expect(proposal.getByText(await sumOf('proposal'))).toBeVisible()
    await expect(analysis.getByText(await sumOf('needs_analysis'))).toBeVisible()
  })
})

const moveTo = (t: Say, title: string): string => t(`Move “${title}” to…`, `将“${title}”移动到…`)

const isActive = (entry: Locator): Promise<boolean> =>
  entry.evaluate(
    (element) => element.className.includes('-active') || element === element.ownerDocument.activeElement,
  )
