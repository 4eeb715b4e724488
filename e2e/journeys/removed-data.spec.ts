import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('what was removed is found again, restored with its values, and deleted only by typing its name', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const text = (key: string, en: string, zh: string) => ({ type: 'text' as const, key, label: { en, zh } })
  const fields = [
    text('name', 'Name', '名称'),
    text('finding', 'Finding', '检查结果'),
    text('remark', 'Remark', '检查备注'),
  ]
  const key = `inspection_${t('en', 'zh')}`
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
  }
  const edit = async (...edits: object[]) => {
    const { version } = await owner.call('getDraft', { params })
    await owner.call('editDraft', { params, body: { version, edits: edits as never } })
    await publish()
  }
  const { version } = await owner.call('getDraft', { params })
  await owner.call('discardDraft', { params, body: { version } })
  const label = { en: 'Inspection', zh: '现场检查' }
  const items = fields.map((field) => ({ field: field.key }))
  const form = {
    key,
    label,
    labelPlural: label,
    titleField: 'name',
    fields,
    layout: { sections: [{ key: 'main', columns: 1, items }] },
  }
  await edit({ type: 'addForm', form, rights: [] })
  const { id } = await owner.call('createRecord', {
    params: { ...params, form: key },
    body: { values: { name: 'A', finding: 'dry', remark: 'none' } },
  })
  await edit(
    { type: 'removeField', form: key, field: 'finding' },
    { type: 'removeField', form: key, field: 'remark' },
  )

  const page = await journey.as('owner')
  await page.goto(at('/kept'))
  const [finding, remark] = [t('Finding', '检查结果'), t('Remark', '检查备注')]
  const restore = page.getByRole('button', { name: `${t('Restore', '恢复')}: ${finding}` })
  await expect(restore).toBeVisible()
  await restore.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox')).toBeChecked()
  await page.getByRole('button', { name: t('Put into my draft', '放入草稿') }).click()
  await expect(page.getByText(t('“Finding” is in your draft.', '“检查结果”已放入您的草稿。'))).toBeVisible()
  await publish()
  const { values } = await owner.call('getRecord', { params: { ...params, form: key, id } })
  expect(values['finding']).toBe('dry')

  await page.getByRole('button', { name: `${t('Delete now', '立即删除')}: ${remark}` }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: t('Delete now', '立即删除') })
  await expect(confirm).toBeDisabled()
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(remark)
  await expect(confirm).toBeEnabled()
  await expectAccessible(page, 'removed data')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: t('Deleted for good', '已永久删除') })).toBeVisible()
  await expect(page.getByRole('button', { name: new RegExp(remark) })).toHaveCount(0)

  await page.getByRole('button', { name: t('Check now', '立即检查') }).click()
  await expect(
    page.getByText(t('All tables are what the published app needs.', '所有表均与已发布应用一致。')),
  ).toBeVisible()
  await edit({ type: 'removeForm', form: key })
})
