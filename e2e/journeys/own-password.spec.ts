import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password } from '../setup/world.ts'

test('somebody changes the own password, stays signed in here and is signed out everywhere else', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const email = emailOf('otherRep', journeyLocale)
  const next = 'a heron by the mill pond'
  const [account] = await world.sql<{ hash: string }>(
    'select password_hash as hash from system.account where email = $1',
    [email],
  )
  const page = await journey.as('otherRep')
  const elsewhere = await journey.stranger()
  const signIn = async (secret: string) => {
    await elsewhere.getByRole('textbox', { name: t('E-mail', '邮箱') }).fill(email)
    await elsewhere.getByLabel(t('Password', '密码'), { exact: true }).fill(secret)
    await elsewhere.keyboard.press('Enter')
  }
  try {
    await elsewhere.goto(at('/todo'))
    await signIn(password)
    await expect(elsewhere).toHaveURL(/\/todo/)

    await page.goto(at('/todo'))
    await page.getByRole('button', { name: nameOf('otherRep', journeyLocale), exact: true }).click()
    await page.getByRole('menuitem', { name: t('Change password', '修改密码') }).click()
    const current = page.getByLabel(t('Current password', '当前密码'))
    const wished = page.getByLabel(t('New password', '新密码'))
    await expect(current).toBeFocused()
    await expectAccessible(page, 'changing the password')

    await test.step('a wrong one changes nothing, and is said where it was entered', async () => {
      await current.fill('not it at all')
      await wished.fill(next)
      await wished.press('Enter')
      await expect(page.getByText(t('This is not your current password.', '当前密码不正确。'))).toHaveCount(1)
      await expect(current).toBeFocused()
      await expectAccessible(page, 'a wrong password')
    })

    await test.step('the keyboard is enough', async () => {
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(password)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText(t('Your password is changed.', '密码已修改'))
      await expect(current).toHaveValue('')
      await expectAccessible(page, 'a changed password')
    })

    await page.goto(at('/notifications'))
    await expect(
      page.getByRole('heading', { name: t('Notification settings', '通知设置'), level: 1 }),
    ).toBeVisible()

    await elsewhere.goto(at('/todo'))
    await expect(elsewhere).toHaveURL(/sign-in/)
    await signIn(next)
    await expect(elsewhere).toHaveURL(/\/todo/)
  } finally {
    await world.sql('update system.account set password_hash = $2 where email = $1', [email, account?.hash])
    world.signedOut('otherRep')
  }
})
