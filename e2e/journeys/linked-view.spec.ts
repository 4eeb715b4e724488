import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('an administrator looks after a view that is shared with others alone, by its link', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'lead' }
  const name = t('For finance', '财务专用')
  const settings = { type: 'table' as const, columns: ['name', 'company'] }
  const sharing = { with: 'some' as const, roles: ['finance'], departments: [] }
  const { id } = await rep.call('createView', { params, body: { name, settings, sharing } })
  const page = await journey.as('owner')
  await page.goto(at(`/f/lead?view=${id}`))
  const tab = page.locator('.view-tabs').getByRole('link', { name, exact: true })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('alert').filter({ hasText: name })).toBeVisible()
  await expectAccessible(page, 'a view by its link')
  await page.getByRole('button', { name: t(`Options of the view “${name}”`, `视图“${name}”的选项`) }).click()
  const removed = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await page.getByRole('menuitem', { name: t('Delete the view', '删除视图') }).click()
  await removed
  await expect(tab).toHaveCount(0)
})
