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

test('what a colleague changes in an account appears in a list of opportunities that reads it', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const { workspace } = world
  const create = (form: string, values: Record<string, string>) =>
    rep.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await create('account', { name: t('Far mill', '远方工厂'), industry: 'food' })
  const name = t('Through the account', '经由客户')
  await create('opportunity', { name, account: account.id })
  const change = async (values: Record<string, string>) => {
    const params = { workspace, form: 'account', id: account.id }
    const { version } = await rep.call('getRecord', { params })
    await rep.call('updateRecord', { params, body: { version, values } })
  }
  const filter = encodeURIComponent(JSON.stringify({ eq: [{ var: 'account.industry' }, 'machinery'] }))
  const page = await journey.as('owner')
  await page.goto(
    at(
      `/f/opportunity?q=${encodeURIComponent(name)}&columns=name,account&filter=${filter}&view=opportunity_all`,
    ),
  )
  await expect(page.getByRole('searchbox').first()).toBeVisible()
  await expect(page.getByText(name)).toBeHidden()
  await change({ industry: 'machinery' })
  await expect(page.getByText(name)).toBeVisible()
  const renamed = t('Near mill', '近处工厂')
  await change({ name: renamed })
  await expect(page.getByText(renamed)).toBeVisible()
  await change({ industry: 'food' })
  await expect(page.getByText(name)).toBeHidden()
})
