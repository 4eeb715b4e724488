import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

const byAmount = JSON.stringify([{ field: 'amount', direction: 'asc' }])
const changedList = (view: string) => `/f/opportunity?view=${view}&sort=${encodeURIComponent(byAmount)}`
const tab = (page: Page, name: string) => page.locator('.view-tabs').getByRole('link', { name, exact: true })

test('a rep saves what he sees, shares it, changes it, deletes it and takes that back; others follow', async ({
  journey,
  world,
}) => {
  const { t, as, at } = journey
  const name = t('Smallest first', '从小到大')
  const [rep, other] = [await as('rep'), await as('otherRep')]
  const dialog = rep.getByRole('dialog')
  const saveButton = dialog.getByRole('button', { name: t('Save', '保存') })
  const menu = (page: Page, item: string) => page.getByRole('menuitem', { name: item })
  const options = (page: Page) => page.getByRole('button', { name: t('Options of the view', '的选项') })
  await other.goto(at('/f/opportunity?view=opportunity_all'))
  await expect(tab(other, t('All opportunities', '全部商机'))).toHaveAttribute('aria-current', 'page')

  await test.step('a changed view of the app is saved as a private one', async () => {
    await rep.goto(at(changedList('opportunity_all')))
    await expect(rep.getByText(t('Changed: order', '已更改：排序'))).toBeVisible()
    await expect(rep.getByRole('button', { name: t('Save', '保存'), exact: true })).toHaveCount(0)
    await expectAccessible(rep, 'changed list')
    await rep.getByRole('button', { name: t('Save as a new view', '另存为新视图') }).click()
    await dialog.getByRole('textbox').fill(name)
    await expectAccessible(rep, 'view dialog')
    await saveButton.click()
    await expect(tab(rep, name)).toHaveAttribute('aria-current', 'page')
    await expect(rep.getByText(t('Changed:', '已更改：'))).toHaveCount(0)
  })

  await test.step('another who is sent its link is told whose it is and takes a copy', async () => {
    await other.goto(rep.url())
    await expect(other.getByRole('alert')).toContainText(name)
    await other.getByRole('button', { name: t('Take a copy', '复制为我的视图') }).click()
    await other.getByRole('dialog').getByRole('textbox').fill(t('Taken over', '借用'))
    await other
      .getByRole('dialog')
      .getByRole('button', { name: t('Save', '保存') })
      .click()
    await expect(tab(other, t('Taken over', '借用'))).toHaveAttribute('aria-current', 'page')
  })

  await test.step('once it is shared, it appears among the tabs of others by itself', async () => {
    await expect(tab(other, name)).toHaveCount(0)
    await options(rep).click()
    await menu(rep, t('Name and sharing', '名称与共享')).click()
    await dialog.getByText(t('Everybody who may read these records', '所有可查看这些记录的成员')).click()
    await saveButton.click()
    await expect(dialog).toBeHidden()
    await expect(tab(other, name)).toHaveCount(1)
  })

  await test.step('the list opens with it from now on, as it was changed', async () => {
    await options(rep).click()
    await menu(rep, t('Open with this view', '默认打开此视图')).click()
    await rep.goto(at('/f/opportunity'))
    await expect(tab(rep, name)).toHaveAttribute('aria-current', 'page')
    const url = new URL(rep.url())
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from _view where name = $1', [
      name,
    ])
    url.searchParams.set('view', id)
    url.searchParams.set('columns', 'name,amount')
    await rep.goto(url.href)
    await expect(rep.getByText(t('Changed: columns', '已更改：列'))).toBeVisible()
    await rep.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(rep.getByText(t('Changed:', '已更改：'))).toHaveCount(0)
    const [kept] = await world.sql<{ columns: string[] }>(
      `select settings -> 'columns' as columns from _view where name = $1`,
      [name],
    )
    expect(kept?.columns).toEqual(['name', 'amount'])
  })

  await test.step('all views are found by their names', async () => {
    await rep.getByRole('button', { name: t('All views', '全部视图') }).click()
    const list = rep.locator('.all-views')
    await list.getByRole('textbox').fill(name)
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expectAccessible(rep, 'all views')
    await list.getByRole('textbox').fill('')
    await list.getByRole('link', { name }).focus()
    await rep.keyboard.press('Alt+ArrowUp')
    await expect(async () => {
      const [desk] = await world.sql<{ place: number }>(
        `select coalesce(array_position(array(select jsonb_array_elements_text(orders -> 'opportunity')),
          (select id::text from _view where name = $1)), 0) as place from _desk where orders ? 'opportunity'`,
        [name],
      )
      expect(desk?.place).toBeGreaterThan(0)
    }).toPass()
    await rep.keyboard.press('Escape')
  })

  await test.step('what is deleted comes back', async () => {
    await options(rep).click()
    await menu(rep, t('Delete the view', '删除视图')).click()
    await expect(tab(rep, name)).toHaveCount(0)
    await expect(tab(other, name)).toHaveCount(0)
    await rep.getByRole('button', { name: t('Undo', '撤销') }).click()
    await expect(tab(rep, name)).toHaveCount(1)
    await expect(tab(other, name)).toHaveCount(1)
  })

  await world.sql('delete from _view')
  await world.sql('delete from _desk')
})
