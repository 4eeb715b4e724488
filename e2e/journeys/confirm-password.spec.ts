import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password } from '../setup/world.ts'

test('whoever makes an administrator long after signing in is asked for the password, in place', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const email = emailOf('finance', journeyLocale)
  const name = nameOf('finance', journeyLocale)
  const isAdmin = async () =>
    (
      await world.sql(
        `select 1 from _member_role r join _member m on m.id = r.member where m.email = $1 and r.role = 'admin'`,
        [email],
      )
    ).length > 0
  const page = await journey.as('owner')
  await world.sql(
    `update system.session set proven_at = now() - interval '1 hour'
      where account = (select id from system.account where email = $1)`,
    [emailOf('owner', journeyLocale)],
  )
  // A session is remembered for five seconds.
  await page.waitForTimeout(5500)
  await page.goto(at('/members'))
  const make = async () => {
    await page.getByRole('combobox', { name: `${t('Roles', '角色')}: ${name}` }).click()
    await page.getByTitle(t('Administrator', '系统管理员'), { exact: true }).last().click()
  }
  const dialog = page.getByRole('dialog', { name: t('Enter your password again', '请再次输入密码') })
  const secret = dialog.getByLabel(t('Password', '密码'), { exact: true })
  try {
    await make()
    await expect(secret).toBeFocused()
    await expectAccessible(page, 'giving the password again')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alert')).toContainText(
      t('This asks for your password again', '请再次输入密码'),
    )
    expect(await isAdmin()).toBe(false)

    await make()
    await expect(secret).toBeFocused()
    await page.keyboard.type('not it at all')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText(
      t('This is not your current password.', '当前密码不正确。'),
    )
    await secret.fill(password)
    await secret.press('Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(isAdmin).toBe(true)

    await page
      .getByRole('button', { name: t(`History of ${name}`, `${name}的变更记录`), exact: true })
      .click()
    const owner = nameOf('owner', journeyLocale)
    const history = page.getByRole('dialog', {
      name: t(`Roles of ${name} over time`, `${name}的角色变更记录`),
    })
    await expect(history.getByRole('listitem').first()).toContainText(
      t(`${owner} gave: Administrator`, `${owner} 授予了角色：系统管理员`),
    )
    await expectAccessible(page, 'what a member was given')
  } finally {
    const owner = await world.api('owner')
    const params = { workspace: world.workspace }
    const { members } = await owner.call('listMembers', { params })
    const member = members.find((one) => one.email === email)
    const roles = member?.roles.filter((role) => role !== 'admin') ?? []
    await owner.call('updateMember', { params: { ...params, id: member?.id ?? '' }, body: { roles } })
    world.signedOut('finance')
  }
})
