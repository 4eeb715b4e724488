import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

test('a public form is built, published and filled in by a stranger', async ({ journey, world }) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const { version } = await owner.call('getDraft', { params })
  await owner.call('discardDraft', { params, body: { version } })

  const page = await journey.as('owner')
  await page.goto(at('/design/lead'))
  await page.getByRole('button', { name: t('Public forms', '公开表单') }).click()
  await page.getByRole('button', { name: t('Add a public form', '添加公开表单') }).click()
  await page.getByRole('button', { name: t('Make the link', '生成链接') }).click()
  await expect(page.getByText(t('Publish the draft first', '请先发布草稿'), { exact: false })).toBeVisible()
  const heading = t('Talk to us', '联系我们')
  const title = page
    .getByRole('group', { name: t('Heading', '标题'), exact: true })
    .getByRole('textbox')
    .first()
  await title.fill(heading)
  await title.press('Enter')
  await expect(page.getByRole('button', { name: t('Review & publish', '检查并发布') })).toBeEnabled()
  await expectAccessible(page, 'public form editor')

  const draft = await owner.call('getDraft', { params })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  await page.reload()
  await page.getByRole('button', { name: t('Public forms', '公开表单') }).click()
  await page.getByRole('button', { name: t('New public form', '新公开表单') }).click()
  await page.getByRole('button', { name: t('Make the link', '生成链接') }).click()
  await expect(page.getByRole('link', { name: /\/p\// })).toBeVisible()
  const link = (await page.getByRole('link', { name: /\/p\// }).getAttribute('href')) ?? ''

  const stranger = await journey.stranger()
  await stranger.goto(`${link}?utm_source=fair`)
  await expect(stranger.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  await expectAccessible(stranger, 'public form')
  const name = t('Mei from the fair', '展会的小梅')
  const box = boxOf(stranger, t('Contact name', '联系人'))
  await box.fill(name)
  await test.step('what was typed survives a reload', async () => {
    await stranger.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('public:')))
    await stranger.reload()
    await expect(box).toHaveValue(name)
  })
  await expect(async () => {
    await stranger.getByRole('button', { name: t('Send', '提交'), exact: true }).click()
    await expect(stranger.getByRole('heading', { name: t('Thank you', '感谢您的填写') })).toBeVisible({
      timeout: 2000,
    })
  }).toPass({ timeout: 15_000 })
  const found = await world.sql<{ name: string }>('select name from lead where name = $1', [name])
  expect(found).toHaveLength(1)

  await test.step('the page finds what was sent, and nothing else', async () => {
    const { version: now, definition } = await owner.call('getDraft', { params })
    const lead = definition.forms.find(({ key }) => key === 'lead')
    const [sent] = (lead?.publicForms ?? []).slice(-1)
    if (sent === undefined) throw new Error('there is a public form')
    const by: [string] = ['name']
    const fields: [{ field: string }] = [{ field: 'name' }]
    const publicForm = { ...sent, fields, find: { by } }
    const edit = { type: 'putPublicForm' as const, form: 'lead', publicForm }
    const changed = await owner.call('editDraft', { params, body: { version: now, edits: [edit] } })
    await owner.call('publishDraft', { params, body: { version: changed.version } })
    await stranger.goto(link)
    await boxOf(stranger, t('Contact name', '联系人')).fill(`${name}?`)
    await stranger.getByRole('button', { name: t('Search', '查询'), exact: true }).click()
    await expect(stranger.getByText(t('Nothing found', '未查询到结果'))).toBeVisible()
    await boxOf(stranger, t('Contact name', '联系人')).fill(name)
    await stranger.getByRole('button', { name: t('Search', '查询'), exact: true }).click()
    const list = stranger.getByRole('list', { name: t('What was found', '查询结果') })
    await expect(list.getByText(name)).toBeVisible()
    await expectAccessible(stranger, 'public search')
  })
})
