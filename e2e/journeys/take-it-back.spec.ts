import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

/** Whether what was said lies over a control of the page that could be pressed otherwise. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = document.querySelector('.ant-message-notice')?.getBoundingClientRect()
    if (said === undefined) return ['nothing is said']
    return [...document.querySelectorAll<HTMLElement>('.shell button, .shell a, .shell input')].flatMap(
      (one) => {
        const { left, right, top, bottom, width } = one.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        const isOver = x > said.left && x < said.right && y > said.top && y < said.bottom
        const page = one.closest('.shell-content')?.getBoundingClientRect()
        const isInSight = page === undefined || y < page.bottom
        return width > 0 && isOver && isInSight ? [one.outerHTML.slice(0, 80)] : []
      },
    )
  })

test('a rep takes back a record that was just made, and a conversion as one', async ({
  journey,
  world,
  isMobile,
}) => {
  const { t, at } = journey
  const page = await journey.as('rep')
  const undo = page.getByRole('button', { name: t('Undo', '撤销'), exact: true })
  const name = t('Made by mistake', '误建的线索')
  const leads = () =>
    world.sql<{ id: string; status: string; deleted: boolean }>(
      `select id, status, deleted_at is not null as deleted from lead where name = $1`,
      [name],
    )

  await test.step('what was made is taken back where it is said', async () => {
    await page.goto(at('/f/lead/new'))
    await boxOf(page, t('Contact name', '联系人')).fill(name)
    await boxOf(page, t('Company', '公司名称')).fill('Acme')
    await boxOf(page, t('Phone', '手机')).fill('+86 139 0000 7722')
    await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    await expect(undo).toBeVisible()
    await expectAccessible(page, 'a record was made')
    expect(isMobile ? await covered(page) : []).toEqual([])
    await undo.click()
    await expect(page.getByText(t('This record is in the recycle bin.', '此记录在回收站中。'))).toBeVisible()
    expect(await leads()).toMatchObject([{ deleted: true }])
    await expectAccessible(page, 'a record in the bin')
  })

  await test.step('by its key it is done again, and the record converted', async () => {
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(page.getByText(t('This record is in the recycle bin.', '此记录在回收站中。'))).toBeHidden()
    await page.getByRole('button', { name: t('Convert', '转为客户和商机'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('Convert', '确认转换'), exact: true }).click()
    await expect(page).toHaveURL(/\/f\/opportunity\//)
    expect(await leads()).toMatchObject([{ status: 'converted' }])
  })

  await test.step('the conversion goes back as one', async () => {
    await undo.last().click()
    await expect(page.getByText(t('This record is in the recycle bin.', '此记录在回收站中。'))).toBeVisible()
    expect(await leads()).toMatchObject([{ status: 'new', deleted: false }])
  })
  await world.sql(`update lead set deleted_at = now() where name = $1`, [name])
})

test('what was made inside a relation field is taken back like everything else that is made', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const page = await journey.as('rep')
  const name = t('Made on the way', '顺手新建的客户')
  const deleted = async () => {
    const rows = await world.sql<{ deleted: boolean }>(
      `select deleted_at is not null as deleted from account where name = $1`,
      [name],
    )
    return rows.map((row) => row.deleted)
  }
  await page.goto(at('/f/contact/new'))
  const account = page.getByRole('combobox', { name: t('Account', '所属客户'), exact: true })
  await account.click()
  await account.fill(name)
  await page.getByRole('button', { name: t(`New Account “${name}”`, `新建客户“${name}”`) }).click()
  const dialog = page.getByRole('dialog', { name: t('New Account', '新建客户') })
  await dialog.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main').getByTitle(name)).toBeVisible()
  expect(await deleted()).toEqual([false])
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(deleted).toEqual([true])
})

test('what was made on the way into a form and taken back is not named by it any more', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const page = await journey.as('rep')
  const name = t('Taken back account', '撤销的客户')
  await page.goto(at('/f/contact/new'))
  await boxOf(page, t('Name', '姓名')).fill(t('Ann of nowhere', '无处的安'))
  const account = page.getByRole('combobox', { name: t('Account', '所属客户'), exact: true })
  await account.click()
  await account.fill(name)
  await page
    .getByRole('button', { name: t('New Account', '新建客户') })
    .last()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  const chosen = page.locator('.ant-select').filter({ hasText: name })
  await expect(chosen).toBeVisible()
  await page
    .getByRole('button', { name: t('Undo', '撤销'), exact: true })
    .last()
    .click()
  await expect(chosen).toHaveCount(0)
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Ann of nowhere', '无处的安'))
  await world.sql('update contact set deleted_at = now() where name = $1', [t('Ann of nowhere', '无处的安')])
})
