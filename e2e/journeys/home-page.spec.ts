import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a rep begins with his day, a manager with the team, and either may choose another page', async ({
  journey,
  world,
}) => {
  const { t, as, at } = journey
  const rep = await as('rep')
  const part = (name: string) => rep.getByRole('region', { name, exact: true })

  await test.step('what is due, the own figures and deals that nobody cared for are there after signing in', async () => {
    await rep.goto(`${world.url}/`)
    await expect(rep.getByRole('heading', { level: 1, name: t('My day', '我的一天') })).toBeVisible()
    for (const name of [
      t('Due today and before', '今天及之前到期'),
      t('My won amount this month', '我的本月成交'),
      t('My pipeline', '我的销售漏斗'),
      t('Deals without activity', '久未跟进的商机'),
      t('To-do', '待办'),
    ])
      await expect(part(name)).toBeVisible()
    const [due] = await world.sql<{ subject: string }>(
      `select a.subject from activity a join _member m on m.id = a.owner where m.email = 'rep.1@example.com'
        and a.deleted_at is null and next_date <= current_date order by next_date desc limit 1`,
    )
    await expect(part(t('Due today and before', '今天及之前到期'))).toContainText(due?.subject ?? '–')
    await expectAccessible(rep, 'home page')
  })

  await test.step('a shortcut begins a record, a list leads to its view', async () => {
    await rep.getByRole('link', { name: t('New Follow-up', '新建跟进记录') }).click()
    await expect(rep).toHaveURL(/\/f\/activity\/new/)
    await rep.goBack()
    await part(t('Deals without activity', '久未跟进的商机'))
      .getByRole('link', { name: t('Open the list', '打开列表') })
      .click()
    await expect(rep).toHaveURL(/view=opportunity_untouched/)
  })

  await test.step('he chooses another page to begin with, and goes back', async () => {
    await rep.goto(at('/d/sales'))
    const begin = rep.getByRole('button', { name: t('Begin with this page', '设为我的首页') })
    await begin.click()
    await expect(begin).toHaveAttribute('aria-pressed', 'true')
    await rep.goto(`${world.url}/`)
    await expect(rep).toHaveURL(/\/d\/sales$/)
    await begin.click()
    await expect(begin).toHaveAttribute('aria-pressed', 'false')
    await rep.goto(`${world.url}/`)
    await expect(rep).toHaveURL(/\/d\/home_rep$/)
  })

  await test.step('the manager sees approvals, the biggest deals and what is overdue', async () => {
    const manager = await as('manager')
    await manager.goto(`${world.url}/`)
    for (const name of [
      t('Approvals waiting for me', '待我审批'),
      t('Biggest open deals', '金额最大的在谈商机'),
      t('Overdue payments', '逾期回款'),
    ])
      await expect(manager.getByRole('region', { name, exact: true })).toBeVisible()
    const approvals = manager.getByRole('region', { name: t('Approvals waiting for me', '待我审批') })
    await expect(approvals.locator('.widget-quiet, .widget-list li').first()).toBeVisible()
    await expect(approvals).not.toContainText(t('Follow-up', '跟进'))
    await expectAccessible(manager, 'home page of a manager')
  })
  await world.sql('delete from _desk')
})
