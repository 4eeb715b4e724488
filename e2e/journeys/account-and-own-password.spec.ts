import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password, zones } from '../setup/world.ts'

test('somebody looks after the own account: name, language, time zone, and where one is signed in', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const email = emailOf('otherRep', journeyLocale)
  const name = nameOf('otherRep', journeyLocale)
  const stored = async () =>
    (
      await world.sql<{ name: string; locale: string; zone: string }>(
        'select name, locale, zone from system.account where email = $1',
        [email],
      )
    )[0]
  const page = await journey.as('otherRep')
  const zone = page.getByRole('combobox', { name: t('Time zone', '时区') })
  const save = page.getByRole('button', { name: t('Save', '保存'), exact: true })
  const renamed = t('Callum F.', '周子涵（东区）')
  try {
    await test.step('the menu leads there, and the page shows what is one’s own', async () => {
      await page.goto(at('/todo'))
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('menuitem', { name: t('My account', '我的账号') }).click()
      await expect(page.getByRole('heading', { name: t('My account', '我的账号'), level: 1 })).toBeVisible()
      await expect(page.getByLabel(t('Your name', '姓名'), { exact: true })).toHaveValue(name)
      await expect(page.getByLabel(t('E-mail', '邮箱'))).toHaveValue(email)
      await expect(page.getByRole('link', { name: t('Change password', '修改密码') })).toHaveAttribute(
        'href',
        /\/password$/,
      )
      await expectAccessible(page, 'the own account')
    })

    await test.step('a time zone is found among hundreds, by the keyboard alone, and all is saved', async () => {
      await zone.focus()
      await page.keyboard.type('auckland')
      await expect(page.getByRole('option', { name: /Auckland/ })).toHaveCount(1)
      await expectAccessible(page, 'choosing a time zone')
      await page.keyboard.press('Enter')
      await page.getByLabel(t('Your name', '姓名'), { exact: true }).fill(renamed)
      await save.click()
      await expect.poll(stored).toEqual({ name: renamed, locale: journeyLocale, zone: 'Pacific/Auckland' })
      await expect(page.getByRole('button', { name: renamed, exact: true })).toBeVisible()
      const client = await world.api('otherRep')
      const { member } = await client.call('getApp', { params: { workspace: world.workspace } })
      expect(member).toMatchObject({ zone: 'Pacific/Auckland', name: renamed })
    })

    await test.step('another language is drawn at once, and after a reload', async () => {
      const [language, other] = [t('Language', '语言'), t('中文', 'English')]
      const title = t('我的账号', 'My account')
      await page.getByRole('combobox', { name: language }).click()
      await page.getByTitle(other, { exact: true }).last().click()
      await save.click()
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await page.reload()
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await expect.poll(async () => (await stored())?.locale).toBe(t('zh', 'en'))
      await page.getByRole('combobox', { name: t('语言', 'Language') }).click()
      await page.getByTitle(t('English', '中文'), { exact: true }).last().click()
      await page.getByRole('button', { name: t('保存', 'Save'), exact: true }).click()
      await expect(page.getByRole('heading', { name: t('My account', '我的账号'), level: 1 })).toBeVisible()
    })

    await test.step('a device that is signed out from here is asked to sign in', async () => {
      const elsewhere = await journey.stranger()
      await elsewhere.goto(at('/todo'))
      await elsewhere.getByRole('textbox', { name: t('E-mail', '邮箱') }).fill(email)
      await elsewhere.getByLabel(t('Password', '密码'), { exact: true }).fill(password)
      await elsewhere.keyboard.press('Enter')
      await expect(elsewhere).toHaveURL(/\/todo/)
      await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible()

      await page.reload()
      const devices = page.getByRole('region', { name: t('Where you are signed in', '登录设备') })
      const here = devices.getByRole('listitem').filter({ hasText: t('This device', '当前设备') })
      await expect(here).toHaveCount(1)
      await expect(here).toContainText('Chrome')
      await expect(here).toContainText('127.0.0.1')
      await expect(here.getByRole('button')).toHaveCount(0)
      await expectAccessible(page, 'where one is signed in')
      await devices
        .getByRole('button', { name: /^(Sign out|退出登录)[:：]/ })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await expectAccessible(page, 'ending a session')
      await dialog.getByRole('button', { name: t('Cancel', '取消') }).click()
      await devices
        .getByRole('button', { name: t('Sign out on all other devices', '退出其他所有设备') })
        .click()
      await dialog.getByRole('button', { name: t('Sign out', '退出登录'), exact: true }).click()
      await expect(devices.getByRole('listitem')).toHaveCount(1)
      await elsewhere.goto(at('/todo'))
      await expect(elsewhere).toHaveURL(/sign-in/)
    })
  } finally {
    await world.sql('update system.account set name = $2, locale = $3, zone = $4 where email = $1', [
      email,
      name,
      journeyLocale,
      zones[journeyLocale],
    ])
    await world.sql(
      'update _member set name = $2 where account = (select id from system.account where email = $1)',
      [email, name],
    )
    world.signedOut('otherRep')
  }
})
