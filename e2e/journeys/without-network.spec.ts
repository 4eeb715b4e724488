import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expectKept, laidBy } from '../setup/kept-here.ts'
import { expect, test } from '../setup/test.ts'
import { cutNetwork, mendNetwork } from '../setup/network.ts'
import { nameOf } from '../setup/world.ts'

test.use({ serviceWorkers: 'allow' })

test('the app is laid by and can be installed by the name of its workspace', async ({ journey }) => {
  const page = await journey.as('rep')
  await page.goto(journey.at('/f/account'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const files = await laidBy(page)
  expect(files).toContain('/')
  expect(files.filter((file) => file.startsWith('/api/'))).toEqual([])
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const answer = await fetch(link?.href ?? '')
    return (await answer.json()) as { name: string; start_url: string }
  })
  expect(manifest).toMatchObject({ name: 'Northwind', start_url: '/w/northwind' })
})

test('seen records are read, and new and changed ones wait and are sent, without a network in between', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const seenName = t('Seen before', '看过的客户')
  const seen = await rep.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: seenName } },
  })
  const page = await journey.as('rep')
  const context = page.context()
  const list = at(`/f/account?q=${encodeURIComponent(seenName)}`)
  const bar = page.getByText(t('Offline – showing what was last loaded at', '离线中，显示的是'))
  await page.goto(at('/f/contact'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(at('/f/contact/new'))
  await expect(boxOf(page, t('Name', '姓名'))).toBeVisible()
  await page.goto(at('/f/account/new'))
  await expect(boxOf(page, t('Name', '客户名称'))).toBeVisible()
  await page.goto(list)
  await expect(page.getByText(seenName).first()).toBeVisible()
  await expectKept(page, 'queryRecords', seenName)
  await page.goto(at(`/f/account/${seen.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(seenName)
  await expectKept(page, 'getRecord', seenName)
  await laidBy(page)
  await page.waitForTimeout(2500)

  await cutNetwork(context)
  await page.goto(list)
  await expect(page.getByText(seenName).first()).toBeVisible()
  await expect(bar).toBeVisible()
  await page.goto(at(`/f/account/${seen.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(seenName)
  const mine = t('Mine, written in the train', '我在火车上写的')
  await boxOf(page, t('Name', '客户名称')).fill(mine)
  await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
  await expect(page.getByText(t('Kept on this device', '已保存在本设备')).first()).toBeVisible()
  await expect(page.getByText(t('1 entry is waiting', '有 1 项等待发送'))).toBeVisible()

  const account = t('Made in the tunnel', '隧道里新建')
  await page.goto(at('/f/account/new'))
  await boxOf(page, t('Name', '客户名称')).fill(account)
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account)
  await page.goto(at('/f/contact/new'))
  const person = t('Ann of the tunnel', '隧道里的安')
  await boxOf(page, t('Name', '姓名')).fill(person)
  await choose(page, t('Account', '所属客户'), account, account)
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person)

  await page.goto(at('/waiting'))
  await expect(page.locator('.waiting-line')).toHaveCount(3)
  await expect(page.locator('.waiting-line').nth(1)).toContainText(account)
  await expectAccessible(page, 'what waits to be sent')

  const theirs = t('Theirs, written at the desk', '同事在办公室写的')
  const change = { version: seen.version, values: { name: theirs } }
  await rep.call('updateRecord', { params: { ...params, form: 'account', id: seen.id }, body: change })
  await mendNetwork(context)
  await expect(page.locator('.waiting-line')).toHaveCount(1, { timeout: 20_000 })
  const made = await world.sql<{ name: string; account: string }>(
    'select c.name, a.name as account from contact c join account a on a.id = c.account where a.name = $1',
    [account],
  )
  expect(made).toEqual([{ name: person, account }])

  const accountMenu = page.getByRole('button', { name: nameOf('rep', journeyLocale), exact: true })
  const out = page.getByRole('menuitem', { name: t('Sign out', '退出登录') })
  await accountMenu.click()
  await out.click()
  const leaving = page.getByRole('dialog', { name: t('1 entry of yours has not', '您还有 1 项内容未发送') })
  await expect(leaving).toBeVisible()
  await leaving.getByRole('button', { name: t('Stay signed in', '暂不退出') }).click()
  await expect(leaving).toBeHidden()

  await page.getByRole('button', { name: t('Decide field by field', '逐个字段决定') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(theirs)
  await expect(dialog).toContainText(mine)
  await expectAccessible(page, 'both sides of a change')
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
  await expect(page.getByText(t('Nothing is waiting', '没有等待发送的内容'))).toBeVisible()
  const kept = await rep.call('getRecord', { params: { ...params, form: 'account', id: seen.id } })
  expect(kept.title).toBe(mine)

  await accountMenu.click()
  await out.click()
  await expect(page).toHaveURL(/sign-in/)
  await cutNetwork(context)
  await page.goto(at('/f/account'))
  await expect(page.getByText(account)).toHaveCount(0)
})
