import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a rep notes a follow-up in a few taps, keeps an unsent one, and takes one back', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const lead = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name: t('Follow me', '跟进测试'), company: 'Acme' } },
  })
  const page = await journey.as('rep')
  const box = page.getByRole('textbox', { name: t('What happened?', '这次跟进的情况') })
  const open = () => page.getByRole('button', { name: t('Log follow-up', '记一条跟进记录') }).click()
  const save = () => page.getByRole('button', { name: t('Save follow-up', '保存跟进') }).click()
  const noted = page.locator('.pw-follow-up')
  const dates = () =>
    world.sql('select next_follow_up from lead where id = $1', [lead.id]).then(([row]) => row?.next_follow_up)
  await page.goto(at(`/f/lead/${lead.id}?tab=timeline`))

  await test.step('what is written is still there after a reload', async () => {
    await open()
    await box.pressSequentially(t('Spoke with her, ', '已和她沟通，'))
    await page.getByRole('button', { name: t('Next week', '下周') }).click()
    await expectAccessible(page, 'noting a follow-up')
    await page.reload()
    await open()
    await expect(box).toHaveValue(t('Spoke with her, ', '已和她沟通，'))
    await expect(page.getByRole('button', { name: t('Next week', '下周') })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  await test.step('a template goes on from the words, and one tap sets when to get back', async () => {
    await page.getByRole('button', { name: t('Visited', '已拜访') }).click()
    await expect(page.getByRole('button', { name: t('Visit', '拜访'), exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await box.pressSequentially(t('a demo', '安排演示'))
    await save()
    await expect(box).toBeHidden()
    await expect(noted).toContainText(t('Spoke with her', '已和她沟通'))
    await expect(noted).toContainText(t('Agreed: a demo', '达成共识：安排演示'))
    expect(await dates()).not.toBeNull()
    await expectAccessible(page, 'follow-ups in the timeline')
  })

  await test.step('another one is taken back with its date', async () => {
    await open()
    await page.getByRole('button', { name: t('No answer', '未接通') }).click()
    await page.getByRole('button', { name: t('In a month', '一个月后') }).click()
    const before = await dates()
    await save()
    await expect(noted).toHaveCount(2)
    await page
      .getByRole('button', { name: t('Undo', '撤销'), exact: true })
      .last()
      .click()
    await expect(noted).toHaveCount(1)
    await expect.poll(dates).toEqual(before)
  })
})

test('a rep follows a record, sees what others changed since he looked, and is told of it', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const [rep, owner] = [await world.api('rep'), await world.api('owner')]
  const params = { workspace: world.workspace, form: 'lead' }
  const name = t('Looked at', '关注测试')
  const lead = await rep.call('createRecord', { params, body: { values: { name, company: 'Acme' } } })
  const change = async (company: string) => {
    const { version } = await owner.call('getRecord', { params: { ...params, id: lead.id } })
    await owner.call('updateRecord', {
      params: { ...params, id: lead.id },
      body: { version, values: { company } },
    })
  }
  const page = await journey.as('rep')
  const bell = page.getByRole('button', { name: t('Follow', '关注'), exact: true })
  const bar = page.locator('.since-bar')
  await page.goto(at(`/f/lead/${lead.id}`))
  await expect(bell).toHaveAttribute('aria-pressed', 'true')
  await bell.click()
  await expect(bell).toHaveAttribute('aria-pressed', 'false')
  await bell.click()
  await expect(bell).toHaveAttribute('aria-pressed', 'true')
  await page.goto(at(`/f/lead?q=${encodeURIComponent(name)}`))
  await expect(page.getByText(name).first()).toBeVisible()
  await change('Umbrella')
  await page.reload()
  await expect(page.locator('.pw-fresh').first()).toBeVisible()
  await expectAccessible(page, 'a list with a changed record that is followed')
  await page.goto(at(`/f/lead/${lead.id}`))
  await expect(bar).toContainText('Umbrella')
  await expect(page.locator('[data-field=company] .pw-fresh')).toBeVisible()
  await expectAccessible(page, 'what changed since the last look')
  await bar.getByRole('button', { name: t('Got it', '知道了') }).click()
  await expect(page.locator('.pw-fresh')).toHaveCount(0)
  const { items } = await rep.call('listNotifications', { params: { workspace: world.workspace }, query: {} })
  expect(items.map(({ record, kind }) => [record, kind])).toContainEqual([lead.id, 'followed'])
})

test('a rep shares a record with a colleague until a day, and ends it', async ({ journey, world }) => {
  const { t, at } = journey
  const [owner, rep] = [await world.api('owner'), await world.api('rep')]
  const params = { workspace: world.workspace, form: 'lead' }
  const name = t('Share me', '共享测试')
  const lead = await owner.call('createRecord', { params, body: { values: { name, company: 'Acme' } } })
  const { member } = await rep.call('getApp', { params: { workspace: world.workspace } })
  const seen = async () => {
    const { rows } = await rep.call('queryRecords', {
      params,
      body: { filter: { eq: [{ var: 'name' }, name] } },
    })
    return rows.map(({ id }) => id)
  }
  expect(await seen()).toEqual([])
  const page = await journey.as('owner')
  await page.goto(at(`/f/lead/${lead.id}`))
  await page.getByRole('button', { name: t('More', '更多'), exact: true }).click()
  await page.getByRole('menuitem', { name: t('Share', '共享') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: t('Member or department', '选择成员或部门') }).fill(member.name)
  await page.locator('.ant-select-item-option').filter({ hasText: member.name }).click()
  await dialog.getByText(t('to edit', '可编辑'), { exact: true }).click()
  const until = dialog.getByLabel(t('Until (optional)', '截止日期（可不填）'))
  await until.fill('2040-01-31')
  await until.press('Enter')
  await expectAccessible(page, 'sharing a record')
  await dialog.getByRole('button', { name: t('Share', '共享'), exact: true }).click()
  await expect(dialog.locator('.share-list li')).toContainText(member.name)
  await expect(dialog.locator('.share-list li')).toContainText('2040')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: t('More', '更多'), exact: true })).toBeFocused()
  await expect(page.locator('.shared-with')).toContainText(member.name)
  await expectAccessible(page, 'a shared record')
  expect(await seen()).toEqual([lead.id])
  await page.locator('.shared-with').getByRole('button').click()
  await dialog.getByRole('button', { name: member.name }).click()
  await expect(dialog.locator('.share-list li')).toHaveCount(0)
  expect(await seen()).toEqual([])
})
