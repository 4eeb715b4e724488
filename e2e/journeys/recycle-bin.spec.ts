import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('what was deleted in any form is found in one place, comes back with its relations, or goes for good by typing how much', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const word = `Zinnia ${t('en', 'zh')}`
  const gone = async (form: string, values: Record<string, string>) => {
    const { id } = await owner.call('createRecord', { params: { ...params, form }, body: { values } })
    await owner.call('deleteRecord', { params: { ...params, form, id }, query: { version: '1' } })
    return id
  }
  const account = await gone('account', { name: `${word} A` })
  await gone('product', { name: `${word} P`, code: `ZP-${t('en', 'zh')}`, list_price: '1.00' })

  const page = await journey.as('owner')
  const row = (name: string) => page.getByRole('checkbox', { name: `${word} ${name}` })
  const button = (en: string, zh: string) => page.getByRole('button', { name: t(en, zh), exact: true })
  const restore = button('Restore', '恢复').first()

  await test.step('both forms stand in one list, which a search narrows', async () => {
    await page.goto(at('/bin'))
    await expect(page.getByRole('heading', { level: 1, name: t('Recycle bin', '回收站') })).toBeVisible()
    await page.getByRole('searchbox').fill(word)
    await page.keyboard.press('Enter')
    await expect(row('A')).toBeVisible()
    await expect(row('P')).toBeVisible()
    await expect(restore).toBeDisabled()
    await expectAccessible(page, 'recycle bin')
  })

  await test.step('what comes back is shown first', async () => {
    await row('A').focus()
    await page.keyboard.press('Space')
    await restore.click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(t('Comes back.', '将恢复。'))).toBeVisible()
    await expectAccessible(page, 'taking back')
    await dialog.getByRole('button', { name: t('Restore', '恢复') }).click()
    await expect(row('A')).toBeHidden()
    const back = await owner.call('getRecord', { params: { ...params, form: 'account', id: account } })
    expect(back.deleted_at).toBeNull()
  })

  await test.step('for good only by typing how much is lost', async () => {
    await row('P').check()
    await button('Delete for good', '彻底删除').click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: t('Delete for good', '彻底删除') })
    await expect(dialog.getByText(t('1 record', '1 条记录'))).toBeVisible()
    await expect(confirm).toBeDisabled()
    await expectAccessible(page, 'deleting for good')
    await dialog.getByRole('textbox').fill('1')
    await confirm.click()
    await expect(row('P')).toBeHidden()
  })
})
