import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password } from '../setup/world.ts'

test('who forgot the password asks for a link, gets one from an administrator, and comes in by it once', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const email = emailOf('finance', journeyLocale)
  const name = nameOf('finance', journeyLocale)
  const next = 'an otter in the reeds'
  const [account] = await world.sql<{ hash: string }>(
    'select password_hash as hash from system.account where email = $1',
    [email],
  )
  const page = await journey.stranger()
  try {
    await test.step('the sign-in page leads there, and does not say whether there is an account', async () => {
      await page.goto(at('/todo'))
      await page.getByRole('link', { name: t('Forgot your password?', '忘记密码？') }).click()
      const address = page.getByRole('textbox', { name: t('E-mail', '邮箱') })
      await expect(address).toBeFocused()
      await expectAccessible(page, 'asking for a link')
      await address.fill(email)
      await address.press('Enter')
      await expect(
        page.getByRole('heading', { name: t('Look into your mailbox', '请查收邮件'), level: 1 }),
      ).toBeVisible()
      await expect(page.getByRole('status')).toContainText(email)
      await expectAccessible(page, 'a link that was asked for')
    })

    const owner = await journey.as('owner')
    await owner.goto(at('/members'))
    await owner
      .getByRole('button', { name: t(`Password link for ${name}`, `${name}的密码链接`), exact: true })
      .click()
    const dialog = owner.getByRole('dialog')
    const own = dialog.getByLabel(t('Your own password', '您自己的密码'))
    await expect(own).toBeFocused()
    await own.fill('not it at all')
    await own.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText(
      t('This is not your current password.', '当前密码不正确。'),
    )
    await expectAccessible(owner, 'making a link')
    await own.fill(password)
    await own.press('Enter')
    const given = dialog.getByText(/\/reset\//)
    await expect(given).toBeVisible()
    await expectAccessible(owner, 'a link that was made')
    const link = (await given.innerText()).trim()

    await page.goto(link)
    const wished = page.getByLabel(t('New password', '新密码'))
    await expect(wished).toBeFocused()
    await expect(page.getByLabel(t('E-mail', '邮箱'))).toHaveValue(email)
    await expectAccessible(page, 'choosing a new password')
    await wished.fill(next)
    await wished.press('Enter')
    await expect(page).toHaveURL(/\/w\/northwind/)
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible()

    const late = await journey.stranger()
    await late.goto(link)
    await expect(
      late.getByRole('heading', { name: t('This link does not work any more', '此链接已失效'), level: 1 }),
    ).toBeVisible()
    await expectAccessible(late, 'a link that was used')
  } finally {
    await world.sql('update system.account set password_hash = $2 where email = $1', [email, account?.hash])
    world.signedOut('finance')
  }
})
