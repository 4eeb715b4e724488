import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('from its page a record is merged with one that looks the same, and its history says so', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const word = t('Medlar Works', '枇杷制造')
  const create = (values: Record<string, string>) => owner.call('createRecord', { params, body: { values } })
  const stays = await create({ name: `${word} A`, phone: '+49 30 7654321' })
  const goes = await create({ name: `${word} B`, phone: '+49 30 7654321', city: 'Bonn' })
  const page = await journey.as('owner')
  const dialog = page.getByRole('dialog')
  await page.goto(at(`/f/account/${stays.id}`))
  // A section of the form may be called the same.
  await page.locator(`button[aria-label="${t('More', '更多')}"]`).click()
  await page.getByRole('menuitem', { name: t('Merge…', '合并…') }).click()
  await dialog.getByRole('checkbox', { name: `${word} B` }).check()
  await expectAccessible(page, 'what to merge with')
  await dialog.getByRole('button', { name: t('Compare', '对比') }).click()
  await expect(dialog.getByText(t('Merge 2 records', '合并 2 条记录'))).toBeVisible()
  await expect(dialog.getByText(t('City', '城市'), { exact: true })).toBeVisible()
  await expectAccessible(page, 'merging from a record')
  await dialog.getByRole('button', { name: t('Merge', '合并'), exact: true }).click()
  await expect(dialog).toBeHidden()
  const { events } = await owner.call('getHistory', { params: { ...params, id: stays.id } })
  expect(events.map(({ kind }) => kind)).toContain('merge')
  await page.getByRole('button', { name: t('Undo', '撤销'), exact: true }).click()
  const isBack = async () =>
    (await owner.call('getRecord', { params: { ...params, id: goes.id } })).deleted_at === null
  await expect.poll(isBack).toBe(true)
  await world.sql('delete from account where id = any($1)', [[stays.id, goes.id]])
})
