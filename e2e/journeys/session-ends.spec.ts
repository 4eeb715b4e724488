import type { Page, Route } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf } from '../setup/form-hand.ts'
import { expect, test, type World } from '../setup/test.ts'
import { emailOf, password, type Locale } from '../setup/world.ts'

const next = 'a kingfisher over the weir'

/** Walks with the account of a rep whose password changes on the way, and gives the old one back. */
async function withOwnPassword(world: World, locale: Locale, walk: () => Promise<void>): Promise<void> {
  const email = emailOf('otherRep', locale)
  const [account] = await world.sql<{ hash: string }>(
    'select password_hash as hash from system.account where email = $1',
    [email],
  )
  try {
    await walk()
  } finally {
    await world.sql('update system.account set password_hash = $2 where email = $1', [email, account?.hash])
    world.signedOut('otherRep')
  }
}

const savedNames = async (world: World, name: string) =>
  (await world.sql<{ name: string }>('select name from contact where name = $1', [name])).length

const save = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).click()

test('a new password in one tab leaves what is typed in another one, which goes on without a word', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  await withOwnPassword(world, journeyLocale, async () => {
    const page = await journey.as('otherRep')
    const name = t('Typed in the first tab', '第一个标签页中输入')
    await page.goto(at('/f/contact/new'))
    await boxOf(page, t('Name', '姓名')).fill(name)

    const tab = await page.context().newPage()
    await tab.goto(at('/password'))
    await tab.getByLabel(t('Current password', '当前密码')).fill(password)
    await tab.getByLabel(t('New password', '新密码')).fill(next)
    await tab.keyboard.press('Enter')
    await expect(tab.getByRole('alert')).toContainText(t('Your password is changed.', '密码已修改'))

    await page.bringToFront()
    await save(page, t('Create', '创建'))
    await expect.poll(() => savedNames(world, name)).toBe(1)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('whose session ends while she types signs in over the page, and what she saved is saved', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  await withOwnPassword(world, journeyLocale, async () => {
    const page = await journey.as('otherRep')
    const name = t('Typed before the end', '退出前输入的内容')
    await page.goto(at('/f/contact/new'))
    await boxOf(page, t('Name', '姓名')).fill(name)

    const onItsWay = Promise.withResolvers<void>()
    const hold = (route: Route) => onItsWay.promise.then(() => route.continue())
    await page.route(/\/forms\/contact\/records$/, hold, { times: 1 })
    const asked = page.waitForRequest(/\/forms\/contact\/records$/)
    await save(page, t('Create', '创建'))
    await asked
    // On another device, which ends the session here.
    const elsewhere = await world.api('otherRep')
    await elsewhere.call('changePassword', { body: { current: password, next } })
    onItsWay.resolve()
    const dialog = page.getByRole('dialog', { name: t('You were signed out', '您已退出登录') })
    const secret = dialog.getByLabel(t('Password', '密码'), { exact: true })
    await expect(secret).toBeFocused()
    expect(await savedNames(world, name)).toBe(0)
    await expectAccessible(page, 'signing in again')

    await test.step('a wrong password is said here, and the page stays', async () => {
      await page.keyboard.type(password)
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('alert')).toContainText(
        t('E-mail or password is wrong.', '邮箱或密码不正确。'),
      )
      await page.keyboard.press('Escape')
      await expect(dialog).toBeVisible()
    })

    await secret.fill(next)
    await secret.press('Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(() => savedNames(world, name)).toBe(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  })
})
