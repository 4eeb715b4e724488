import { expect, test } from '../setup/test.ts'

test('what a colleague changes appears in the list and on the record, and typed text stays', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'opportunity' }
  const name = t('Live wire', '实时商机')
  const made = await rep.call('createRecord', { params, body: { values: { name } } })
  const change = async (values: Record<string, string>) => {
    const { version } = await rep.call('getRecord', { params: { ...params, id: made.id } })
    await rep.call('updateRecord', { params: { ...params, id: made.id }, body: { version, values } })
  }
  const list = await journey.as('owner')
  await list.goto(at(`/f/opportunity?q=${encodeURIComponent(name)}`))
  await expect(list.getByText(name).first()).toBeVisible()
  const renamed = t('Live wire two', '实时商机二号')
  await change({ name: renamed })
  await expect(list.getByText(renamed).first()).toBeVisible()

  const page = await journey.as('owner')
  await page.goto(at(`/f/opportunity/${made.id}`))
  const step = page.locator('[data-field=next_step]').locator('input, textarea').first()
  await step.fill(t('Call back', '回电'))
  const again = t('Live wire three', '实时商机三号')
  await change({ name: again })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(again)
  await expect(page.locator('.pw-changed')).toContainText(t('just changed', '刚刚修改了'))
  await expect(step).toHaveValue(t('Call back', '回电'))
  await rep.call('createComment', { params: { ...params, id: made.id }, body: { text: t('Heard', '收到') } })
  await page.getByRole('tab', { name: t('Timeline', '动态') }).click()
  await expect(page.locator('.talk-comment')).toContainText(t('Heard', '收到'))
})
