import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('two people on one record see each other come, edit and go, and one with two tabs counts once', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const [rep, owner] = [await world.api('rep'), await world.api('owner')]
  const nameOf = async (browser: typeof rep) =>
    (await browser.call('getApp', { params: { workspace: world.workspace } })).member.name
  const [repName, ownerName] = [await nameOf(rep), await nameOf(owner)]
  const lead = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name: t('Shared desk', '同桌测试'), company: 'Acme' } },
  })
  const page = await journey.as('rep')
  const others = page.locator('.who-is-here')
  const ofOwner = others.getByRole('img', { name: ownerName })
  await page.goto(at(`/f/lead/${lead.id}`))
  await expect(others).toBeAttached()
  await expect(others.locator('li')).toHaveCount(0)

  const first = await journey.as('owner')
  await first.goto(at(`/f/lead/${lead.id}`))
  await expect(ofOwner).toBeVisible()
  await expect(first.locator('.who-is-here').getByRole('img', { name: repName })).toBeVisible()
  await expectAccessible(page, 'a record that somebody else has open')

  const second = await first.context().newPage()
  await second.goto(at(`/f/lead/${lead.id}`))
  await expect(second.locator('.who-is-here').getByRole('img', { name: repName })).toBeVisible()
  await expect(others.locator('li')).toHaveCount(1)
  await expect(second.locator('.who-is-here li')).toHaveCount(1)

  const company = second.locator('[data-field=company] input')
  await company.fill('Umbrella')
  await expect(others.getByText(t(`${ownerName} is editing`, `${ownerName} 正在编辑`))).toBeVisible()
  await expectAccessible(page, 'a record that somebody else edits')
  await second.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
  await expect(page.locator('[data-field=company] input')).toHaveValue('Umbrella')
  await second.locator('h1').click()
  await expect(others.locator('.who-edits')).toBeEmpty()
  await expect(ofOwner).toBeVisible()

  await first.close()
  await second.goto(at('/f/lead'))
  await expect(others.locator('li')).toHaveCount(0)
})
