import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a builder takes the shared view of a rep into the app, with a place for a role, and the copy goes', async ({
  journey,
  world,
  isMobile,
}) => {
  test.setTimeout(120_000)
  const { t, at } = journey
  const [owner, rep] = [await world.api('owner'), await world.api('rep')]
  const params = { workspace: world.workspace }
  const before = await owner.call('getDraft', { params })
  await owner.call('discardDraft', { params, body: { version: before.version } })
  const name = t('Leads to call', '待联系线索')
  const view = await rep.call('createView', {
    params: { ...params, form: 'lead' },
    body: {
      name,
      settings: { type: 'table', columns: ['name', 'phone'] },
      sharing: { with: 'everybody', roles: [], departments: [] },
    },
  })
  const page = await journey.as('owner')
  const dialog = page.getByRole('dialog')
  const option = (words: string) => page.locator('.ant-select-item-option').filter({ hasText: words })
  await page.goto(at(`/f/lead?view=${view.id}`))
  await page.getByRole('button', { name: t('Options of the view', '的选项') }).click()
  await page.getByRole('menuitem', { name: t('Take into the app', '纳入应用') }).click()
  await expect(dialog.getByRole('textbox')).toHaveValue(name)
  await expectAccessible(page, 'taking a view into the app')
  await dialog.getByRole('combobox', { name: t('Place in the navigation', '在导航中的位置') }).click()
  await option(t('Sales', '销售')).first().click()
  await dialog.getByRole('combobox', { name: t('For these roles', '适用角色') }).click()
  await option(t('Sales rep', '销售代表')).click()
  await page.keyboard.press('Escape')
  await dialog
    .getByRole('checkbox', { name: t('Their list opens with it', '这些角色打开列表时默认使用') })
    .check()
  await dialog.getByText(t('Goes once this is published', '发布后删除')).click()
  await dialog.getByRole('button', { name: t('Publish', '发布'), exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(page).toHaveURL(/view=[a-z_0-9]+$/)
  const left = () => world.sql('select 1 from _view where id = $1 and deleted_at is null', [view.id])
  expect(await left()).toEqual([])

  const other = await journey.as('rep')
  await other.goto(at('/f/lead'))
  await expect(other.locator('.view-tabs').getByRole('link', { name, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  if (isMobile) await other.getByRole('button', { name: t('Menu', '菜单'), exact: true }).click()
  await expect(
    other.getByRole('navigation', { name: t('Menu', '菜单') }).getByRole('link', { name }),
  ).toBeVisible()
  await world.sql('delete from _view where id = $1', [view.id])
  const now = await owner.call('getDraft', { params })
  const { version } = await owner.call('editDraft', {
    params,
    body: {
      version: now.version,
      edits: [
        { type: 'setNavigation', navigation: before.definition.navigation },
        ...before.definition.roles.map((role) => ({ type: 'putRole' as const, role })),
        { type: 'removeDocument', kind: 'view', key: new URL(page.url()).searchParams.get('view') ?? '' },
      ],
    },
  })
  const { token } = await owner.call('getImpact', { params })
  await owner.call('publishDraft', { params, body: { version, token } })
})
