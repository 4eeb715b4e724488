import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { yuan } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'
import { zones } from '../setup/world.ts'

const card = (page: Page, label: string): Locator => page.getByRole('region', { name: label, exact: true })

/** The lines of a table of figures, each as its words. */
async function lines(table: Locator): Promise<string[]> {
  const rows = table.locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' | ')),
  )
}

test('each figure of the dashboard equals SQL and opens the records behind it', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const { sql } = world
  const today = `(now() at time zone '${zones[journeyLocale]}')::date`
  const page = await journey.as('owner')
  await page.goto(at('/d/sales'))

  await test.step('funnel by stage', async () => {
    const stages = await sql<{ stage: string; count: string; amount: string }>(
      `select stage, count(*) as count, sum(amount) as amount from opportunity
        where deleted_at is null and stage <> 'lost' group by stage`,
    )
    const name = {
      qualification: t('Qualification', '初步接洽'),
      needs_analysis: t('Needs analysis', '需求确认'),
      proposal: t('Proposal', '方案报价'),
      negotiation: t('Negotiation', '商务谈判'),
      won: t('Won', '赢单'),
    }
    const funnel = card(page, t('Funnel by stage', '销售漏斗'))
    for (const [stage, label] of Object.entries(name)) {
      const count = stages.find((row) => row.stage === stage)?.count ?? '0'
      await expect(funnel.getByRole('button', { name: new RegExp(`^${label}: ${count},`) })).toBeVisible()
    }
    await funnel.getByRole('button', { name: new RegExp(t('Show as table', '以表格显示')) }).click()
    const expected = Object.entries(name).map(([stage, label]) => {
      const row = stages.find((one) => one.stage === stage)
      return `${label} | ${row?.count} | ${yuan(row?.amount ?? null)}`
    })
    expect(await lines(funnel)).toEqual(expected)
  })

  await test.step('won amount by month', async () => {
    const months = await sql<{ won: string; count: string }>(
      `select sum(amount) as won, count(*) as count from opportunity
        where deleted_at is null and stage = 'won' and close_date > ${today} - 365 and close_date <= ${today}
        group by date_trunc('month', close_date) order by date_trunc('month', close_date)`,
    )
    const won = card(page, t('Won amount by month', '每月成交金额'))
    await won.getByRole('button', { name: new RegExp(t('Show as table', '以表格显示')) }).click()
    const shown = await lines(won)
    expect(shown.map((line) => line.split(' | ').slice(1))).toEqual(
      months.map((row) => [yuan(row.won), row.count]),
    )
  })

  await test.step('receivables due and overdue', async () => {
    const [sums] = await sql<{ open: string; overdue: string }>(
      `select sum(open) as open, sum(open) filter (where due_date < ${today}) as overdue from
        (select p.due_date, p.amount - coalesce((select sum(amount) from payment where payment_plan = p.id and deleted_at is null), 0) as open
           from payment_plan p where p.deleted_at is null) as plan where open > 0`,
    )
    await expect(card(page, t('Open receivables', '应收余额'))).toContainText(yuan(sums?.open ?? null))
    await expect(card(page, t('Overdue receivables', '逾期应收'))).toContainText(yuan(sums?.overdue ?? null))
  })

  await test.step('ranking by owner', async () => {
    const owners = await sql<{ name: string; won: string; count: string }>(
      `select m.name, sum(o.amount) as won, count(*) as count from opportunity o join _member m on m.id = o.owner
        where o.deleted_at is null and stage = 'won' and close_date > ${today} - 365 and close_date <= ${today}
        group by m.id, m.name order by won desc limit 10`,
    )
    const ranking = card(page, t('Ranking by owner', '销售排行榜'))
    await ranking.getByRole('button', { name: new RegExp(t('Show as table', '以表格显示')) }).click()
    expect(await lines(ranking)).toEqual(owners.map((row) => `${row.name} | ${yuan(row.won)} | ${row.count}`))
  })
  await expectAccessible(page, 'dashboard')

  await test.step('a figure opens its records', async () => {
    const names = await sql<{ name: string }>(
      `select name from opportunity where stage = 'negotiation' and deleted_at is null order by name`,
    )
    const funnel = card(page, t('Funnel by stage', '销售漏斗'))
    await funnel
      .getByRole('button', { name: new RegExp(`^${names.length} –`) })
      .first()
      .click()
    await expect(page).toHaveURL(/\/f\/opportunity\?/)
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(names.length + 1))
    const shown = await page.locator('.pw-td.pw-pinned').allInnerTexts()
    for (const { name } of names) expect(shown).toContain(name)
    await expectAccessible(page, 'list')
    await page.goBack()
    await expect(card(page, t('Funnel by stage', '销售漏斗'))).toBeVisible()
  })
})
