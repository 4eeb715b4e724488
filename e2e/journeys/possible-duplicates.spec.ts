import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('possible duplicates of a form are merged or marked as different, which can be taken back', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const word = t('Sorrel Mills', '酸模磨坊')
  const create = (name: string, values: Record<string, string> = {}) =>
    owner.call('createRecord', { params, body: { values: { name: word + name, ...values } } })
  const one = await create(t(' Ltd', '有限公司'), { phone: '+49 30 7654321' })
  const two = await create(t(' GmbH', '股份有限公司'))
  const three = await create(t(' and Sons', '父子'), { phone: '030 7654321' })
  const page = await journey.as('owner')
  const group = page.getByRole('region').filter({ hasText: word })
  const marked = page.getByRole('tab', { name: t('Marked as different', '已标记为不同') })

  await test.step('the menu of the list leads to them, with what they have in common', async () => {
    await page.goto(at('/f/account'))
    const more = page.locator(`button[aria-label="${t('More', '更多')}"]`)
    await more.first().click()
    await page.getByRole('menuitem', { name: t('Possible duplicates', '疑似重复') }).click()
    await expect(page).toHaveURL(/\/f\/account\/duplicates/)
    await expect(group.getByRole('listitem')).toHaveCount(3)
    await expect(group.getByRole('link', { name: one.title, exact: true })).toBeVisible()
    await expectAccessible(page, 'possible duplicates')
  })

  await test.step('two of three are marked as different from the third, and that is taken back in its list', async () => {
    await group.getByRole('checkbox', { name: two.title, exact: true }).uncheck()
    await group.getByRole('button', { name: t('Not a duplicate', '不是重复') }).click()
    await expect(page.getByText(t('Marked as different: ', '已标记为不同：'))).toBeVisible()
    await expect(group.getByRole('listitem')).toHaveCount(2)
    await marked.click()
    const pair = page.getByRole('listitem').filter({ hasText: three.title })
    await expect(pair).toBeVisible()
    await expectAccessible(page, 'records marked as different')
    await pair.getByRole('button', { name: t('Take back', '撤回标记') }).click()
    await expect(pair).toBeHidden()
    await page.getByRole('tab', { name: t('Possible duplicates', '疑似重复') }).click()
    await expect(group.getByRole('listitem')).toHaveCount(3)
  })

  await test.step('a group that was marked as a whole is undone where it stood', async () => {
    await group.getByRole('button', { name: t('Not duplicates', '互不重复') }).click()
    await expect(group.getByRole('listitem')).toHaveCount(0)
    await group.getByRole('button', { name: t('Undo', '撤销') }).click()
    await expect(group.getByRole('listitem')).toHaveCount(3)
  })

  await test.step('while one of them is changed, the hint leads to the other and tells it apart', async () => {
    await page.goto(at(`/f/account/${two.id}`))
    const name = page.locator('[data-field=name]').locator('input, textarea').first()
    await name.fill(word + t(' Inc', '集团'))
    const hint = page.locator('.pw-alike')
    const link = hint.getByRole('link', { name: one.title, exact: true })
    await expect(link).toHaveAttribute('target', '_blank')
    await hint.getByRole('button', { name: t('Not a duplicate', '不是重复') }).click()
    await expect(hint).toContainText(t('Marked as different.', '已标记为不同。'))
    await expectAccessible(page, 'a hint that was told apart')
    await hint.getByRole('button', { name: t('Undo', '撤销') }).click()
    await expect(hint).not.toContainText(t('Marked as different.', '已标记为不同。'))
    await page.goto(at('/f/account/duplicates'))
  })

  await test.step('merged, they are one', async () => {
    await group.getByRole('button', { name: t('Merge…', '合并…') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(t('Merge 3 records', '合并 3 条记录'))).toBeVisible()
    await dialog.getByRole('button', { name: t('Merge', '合并'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(group).toBeHidden()
  })

  const ids = [one.id, two.id, three.id]
  await world.sql('delete from _told_apart where one = any($1)', [ids])
  await world.sql('delete from _gone where record = any($1)', [ids])
  await world.sql('delete from account where id = any($1)', [ids])
})
