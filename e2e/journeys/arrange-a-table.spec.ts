import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

const heads = (page: Page) =>
  page
    .locator('[role=columnheader][data-column]')
    .evaluateAll((found) => found.map((head) => head.getAttribute('data-column')))

test('a table is sorted, filtered, frozen, moved and hidden from its heads, and the address keeps it', async ({
  journey,
}) => {
  const { t } = journey
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/opportunity?view=opportunity_all'))
  const amount = t('Amount', '预计金额')
  const stage = t('Stage', '销售阶段')
  const menuOf = (column: string) =>
    page.getByRole('button', { name: t(`Menu of ${column}`, `“${column}”列菜单`), exact: true })
  const choose = async (column: string, entry: string) => {
    await page.getByRole('columnheader', { name: column }).first().hover()
    await menuOf(column).click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
    await expect(page.getByRole('menuitem', { name: entry, exact: true })).toBeHidden()
  }

  await test.step('sorted by two columns', async () => {
    await choose(stage, t('Sort ascending', '升序'))
    await choose(amount, t('Then by this, descending', '再按此列降序'))
    await expect(page).toHaveURL(/sort=.*stage.*asc.*amount.*desc/)
    await expect(page.locator('[data-column=amount]')).toHaveAttribute('aria-sort', 'descending')
    await expect(page.locator('[data-column=amount]')).toContainText('2')
  })

  await test.step('filtered by the values of a column', async () => {
    await choose(stage, t('Filter by this column…', '按此列筛选…'))
    const panel = page.getByRole('dialog', { name: t('Filter Stage', '筛选“销售阶段”') })
    await panel.getByRole('checkbox', { name: t('Proposal', '方案报价') }).check()
    await expectAccessible(page, 'filter of a column')
    await panel.getByRole('button', { name: t('Apply', '应用') }).click()
    await expect(page).toHaveURL(/filter=.*proposal/)
    await expect(page.getByRole('button', { name: t('Filter Stage', '筛选“销售阶段”') })).toBeVisible()
  })

  await test.step('frozen, wrapped, moved and hidden', async () => {
    await choose(stage, t('Freeze up to here', '冻结至此列'))
    await choose(t('Account', '客户'), t('Wrap text', '自动换行'))
    await choose(amount, t('Move left', '左移'))
    await choose(t('Next step', '下一步行动'), t('Hide column', '隐藏此列'))
    await expect
      .poll(async () => (await heads(page)).slice(0, 4))
      .toEqual(['name', 'account', 'amount', 'stage'])
    await expect(page.locator('[data-column=next_step]')).toHaveCount(0)
    await expect(page.locator('.pw-th.pw-pinned')).toHaveCount(3)
    await page.locator('.pw-table').evaluate((table) => table.scrollTo({ left: 600 }))
    const name = await page.locator('[data-column=name]').boundingBox()
    const table = await page.locator('.pw-table').boundingBox()
    expect((name?.x ?? 0) - (table?.x ?? 0)).toBeLessThan(60)
  })

  await test.step('a head is dragged to another place', async () => {
    await page.locator('.pw-table').evaluate((table) => table.scrollTo({ left: 0 }))
    const from = await page.locator('[data-column=stage] .pw-th-name').boundingBox()
    const to = await page.locator('[data-column=account]').boundingBox()
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 10, (to?.y ?? 0) + 10, { steps: 5 })
    await page.mouse.up()
    await expect
      .poll(async () => (await heads(page)).slice(0, 4))
      .toEqual(['name', 'stage', 'account', 'amount'])
    // The click that ends a drag sorts nothing.
    await expect(page.locator('[data-column=stage]')).toHaveAttribute('aria-sort', 'ascending')
  })

  await test.step('by keyboard, and kept by the address', async () => {
    await page.reload()
    await expect(page.locator('[data-column=amount]')).toHaveAttribute('aria-sort', 'descending')
    await page.locator('[data-column=name] .pw-th-name').focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[data-column=stage] .pw-th-name')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('menuitem', { name: t('Hide column', '隐藏此列') })).toBeVisible()
    await expectAccessible(page, 'menu of a column')
    await page.keyboard.press('Escape')
    await expect(page.locator('.pw-th.pw-pinned')).toHaveCount(3)
  })
})

test('a table is grouped and summed up, and what is unfolded is read and stays so', async ({
  journey,
  world,
}) => {
  const { t } = journey
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/opportunity?view=opportunity_all'))
  const choose = async (column: string, ...entries: readonly string[]) => {
    await page.getByRole('columnheader', { name: column }).first().hover()
    await page.getByRole('button', { name: t(`Menu of ${column}`, `“${column}”列菜单`), exact: true }).click()
    // An entry with further ones inside says so behind its name.
    for (const entry of entries)
      await page.getByRole('menuitem', { name: new RegExp(`^${entry}( right)?$`) }).click()
    await expect(page.getByRole('menu').locator('visible=true')).toHaveCount(0)
  }
  await choose(t('Stage', '销售阶段'), t('Group by this column', '按此列分组'))
  await choose(t('Amount', '预计金额'), t('Summary', '汇总'), t('Sum', '求和'))
  await choose(t('Close date', '预计成交日期'), t('Group by this column', '按此列分组'), t('Year', '按年'))
  const [proposal] = await world.sql<{ count: string; sum: string }>(
    `select count(*) as count, to_char(sum(amount), 'FM999,999,999,990.00') as sum from opportunity
      where deleted_at is null and stage = 'proposal'`,
  )
  const group = page.getByRole('row', { name: t('Proposal', '方案报价') })
  await expect(group).toContainText(proposal?.sum ?? 'none')
  await expect(group.getByRole('button')).toContainText(proposal?.count ?? 'none')
  await group.getByRole('button').press('ArrowRight')
  await expect(group).toHaveAttribute('aria-expanded', 'true')
  const year = page.locator('.pw-group-1').first()
  await year.getByRole('button').click()
  await expect(page.locator('[data-cell="0:0"]')).toBeVisible()
  await expectAccessible(page, 'groups')
  await page.reload()
  await expect(page.locator('[data-cell="0:0"]')).toBeVisible()
  await page.getByRole('button', { name: t('Do not group by Stage', '取消按“销售阶段”分组') }).click()
  await expect(page.locator('.pw-group-1')).toHaveCount(0)
})

test('rows are coloured by a condition and made lower, which the address and a saved view keep', async ({
  journey,
}) => {
  const { t } = journey
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/opportunity?view=opportunity_all'))
  const row = page.locator('.pw-rows .pw-tr').first()
  await expect(row).toHaveCSS('height', '36px')
  await page.getByRole('button', { name: t('Table settings', '表格设置') }).click()
  const drawer = page.getByRole('dialog', { name: t('Table settings', '表格设置') })
  await drawer.getByText(t('Compact', '紧凑')).click()
  await drawer.getByRole('button', { name: t('Add colour', '添加颜色') }).click()
  const meaning = drawer.getByRole('textbox', { name: t('Meaning of colour 1', '颜色 1 的含义') })
  await meaning.fill(t('First talks', '刚接触'))
  await meaning.press('Enter')
  await drawer.getByRole('button', { name: t('Add condition', '添加条件'), exact: true }).click()
  await drawer
    .getByRole('combobox', { name: t('Field of condition 1', '第 1 个条件的字段') })
    .fill(t('Stage', '销售阶段'))
  await page.keyboard.press('Enter')
  await drawer
    .getByRole('combobox', { name: t('Value of condition 1', '第 1 个条件的值') })
    .fill(t('Qualification', '初步接洽'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page).toHaveURL(/rowColors.*qualification/)
  // The pointer rests on nothing, whose colour would be another.
  await page.mouse.move(0, 0)
  await expectAccessible(page, 'table settings')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(row).toHaveCSS('height', '28px')
  const marked = page.locator('.pw-marked')
  await expect(marked.first().getByTitle(t('First talks', '刚接触'))).toBeVisible()
  await expect(marked.first()).toContainText(t('Qualification', '初步接洽'))
  await expectAccessible(page, 'coloured rows')
  await page.reload()
  await expect(row).toHaveCSS('height', '28px')
  await expect(marked.first()).toBeVisible()
})

test('quick filters narrow a list by several at once, and what leaves nothing says how to go back', async ({
  journey,
}) => {
  const { t } = journey
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/opportunity?view=opportunity_all'))
  const quick = page.getByRole('group', { name: t('Quick filters', '快捷筛选') })
  await quick.getByRole('button', { name: t('Stage', '销售阶段') }).click()
  const values = page.getByRole('dialog', { name: t('Values of Stage', '“销售阶段”的值') })
  await values.getByRole('checkbox', { name: t('Proposal', '方案报价') }).click()
  await expect(page).toHaveURL(/filter=.*proposal/)
  await expect(values.getByRole('checkbox', { name: t('Proposal', '方案报价') })).toBeChecked()
  await expectAccessible(page, 'quick filter')
  await page.keyboard.press('Escape')
  await expect(values).toBeHidden()
  await quick.getByRole('button', { name: t('Close date', '预计成交日期') }).click()
  await page.getByRole('radio', { name: t('is today', '是今天') }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.pw-filter-sentence').last()).toContainText(t('Proposal', '方案报价'))
  await expect(page.locator('.pw-rows .pw-tr')).toHaveCount(0)
  // The heads stay, since a filter may stand in them.
  await expect(page.locator('[data-column=amount]')).toBeVisible()
  await expectAccessible(page, 'nothing left')
  await page.getByRole('button', { name: t('Clear filter', '清除筛选') }).click()
  await expect(page.locator('.pw-rows .pw-tr').first()).toBeVisible()
  await expect(page).not.toHaveURL(/filter=/)
})

test('a list is narrowed by a field of the company that a deal is for, and the sentence says so', async ({
  journey,
  world,
}) => {
  const { t } = journey
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/opportunity?view=opportunity_all'))
  await page.getByRole('button', { name: t('Filter', '筛选'), exact: true }).click()
  await page.getByRole('button', { name: t('Add condition', '添加条件'), exact: true }).click()
  const field = page.getByRole('combobox', { name: t('Field of condition 1', '第 1 个条件的字段') })
  await field.fill(t('Account · Industry', '客户 · 所属行业'))
  await expectAccessible(page, 'fields of related records')
  await field.press('Enter')
  const value = page.getByRole('combobox', { name: t('Value of condition 1', '第 1 个条件的值') })
  await value.fill(t('Machinery', '机械装备'))
  await value.press('Enter')
  await expect(page).toHaveURL(/filter=.*account\.industry.*machinery/)
  await page.keyboard.press('Escape')
  await page.mouse.click(0, 0)
  const [wanted] = await world.sql<{ count: string }>(
    `select count(*) as count from opportunity o join account a on a.id = o.account
      where o.deleted_at is null and a.deleted_at is null and a.industry = 'machinery'`,
  )
  // The heads are a row too.
  const rows = String(Number(wanted?.count) + 1)
  await expect(page.locator('.pw-table [role=grid]')).toHaveAttribute('aria-rowcount', rows)
  await page.reload()
  await expect(page.locator('.pw-filter-sentence').last()).toHaveText(
    t('Account · Industry is one of Machinery', '客户 · 所属行业 是 机械装备 之一'),
  )
  await expectAccessible(page, 'narrowed by a related record')
})
