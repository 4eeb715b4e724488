import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('two records of the same company become one, with the values that were chosen, and are two again', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const word = t('Quince Trading', '榅桲贸易')
  const create = (form: string, values: Record<string, string>) =>
    owner.call('createRecord', { params: { ...params, form }, body: { values } })
  const stays = await create('account', { name: `${word} A`, city: 'Berlin' })
  const goes = await create('account', { name: `${word} B`, city: 'Bonn', phone: '+49 30 1234567' })
  const contact = await create('contact', { name: `${word} C`, account: goes.id })
  const accountOf = async () =>
    (await world.sql<{ account: string }>('select account from contact where id = $1', [contact.id]))[0]
      ?.account

  const page = await journey.as('owner')
  const dialog = page.getByRole('dialog')

  await test.step('chosen in the list, they stand side by side', async () => {
    await page.goto(at(`/f/account?q=${encodeURIComponent(word)}`))
    await page.getByRole('checkbox', { name: `${word} A` }).check()
    await page.getByRole('checkbox', { name: `${word} B` }).check()
    await page.getByRole('button', { name: t('Merge…', '合并…') }).click()
    await expect(dialog.getByText(t('Merge 2 records', '合并 2 条记录'))).toBeVisible()
    const contacts = new RegExp(t('Contacts 1', '联系人 1'))
    await dialog
      .getByRole('radiogroup', { name: t('This record stays', '保留此记录') })
      .getByRole('radio', { name: `${word} A` })
      .check()
    await dialog.getByRole('radio', { name: 'Bonn' }).check()
    await expect(dialog.getByText(contacts)).toBeVisible()
    await expectAccessible(page, 'merging')
  })

  await test.step('what led to the one leads to the other, which has the chosen values', async () => {
    await dialog.getByRole('button', { name: t('Merge', '合并'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('checkbox', { name: `${word} B` })).toBeHidden()
    expect(await accountOf()).toBe(stays.id)
    const now = await owner.call('getRecord', { params: { ...params, form: 'account', id: stays.id } })
    expect(now.values).toMatchObject({ name: `${word} A`, city: 'Bonn' })
  })

  await test.step('one key takes all of it back', async () => {
    await page.locator('body').press('Control+z')
    await expect(page.getByRole('checkbox', { name: `${word} B` })).toBeVisible()
    await expect.poll(accountOf).toBe(goes.id)
    const back = await owner.call('getRecord', { params: { ...params, form: 'account', id: stays.id } })
    expect(back.values).toMatchObject({ city: 'Berlin', phone: null })
  })

  await world.sql('delete from contact where id = $1', [contact.id])
  await world.sql('delete from account where id = any($1)', [[stays.id, goes.id]])
})
