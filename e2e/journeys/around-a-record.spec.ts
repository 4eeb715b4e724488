import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

/** More than one portion. */
const contacts = 23

test('what is related to an account is searched, sorted, shown to the last and opened as a list', async ({
  journey,
  world,
  isMobile,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const { workspace } = world
  const create = (form: string, values: Record<string, string>) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await create('account', { name: t('All around Ltd', '环顾有限公司') })
  for (let number = 1; number <= contacts; number++)
    await create('contact', { name: `Person ${String(number).padStart(2, '0')}`, account: account.id })
  const page = await journey.as('owner')
  await page.goto(at(`/f/account/${account.id}?tab=related`))
  const list = page.getByRole('region', { name: t('Contacts', '联系人'), exact: true })
  const people = list.locator('tbody tr, .pw-related-cards > li')
  const asList = list.getByRole('link', { name: t('Open Contacts as a list', '作为列表打开联系人') })

  await test.step('every one of them can be reached', async () => {
    await expect(people).toHaveCount(20)
    await expect(list.locator('footer')).toContainText(t('20 of 23', '已显示 20 / 共 23 条'))
    await list.getByRole('heading').scrollIntoViewIfNeeded()
    await expect(asList).toBeInViewport({ ratio: 1 })
    await expectAccessible(page, 'related lists')
    await list.getByRole('button', { name: t('Show more', '显示更多') }).click()
    await expect(people).toHaveCount(contacts)
  })

  await test.step('put in order by name', async () => {
    if (isMobile) {
      const sortBy = (order: string) => choose(list, t('Order', '排序'), order)
      await sortBy(t('Name, ascending', '姓名（升序）'))
      await expect(people.first()).toContainText('Person 01')
      await sortBy(t('Name, descending', '姓名（降序）'))
      await expect(people.first()).toContainText('Person 23')
      return
    }
    const name = list.getByRole('columnheader', { name: t('Name', '姓名'), exact: true })
    await name.getByRole('button').click()
    await expect(people.first()).toContainText('Person 01')
    await name.getByRole('button').click()
    await expect(people.first()).toContainText('Person 23')
    await expect(name).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('searched, and opened as a list of just these', async () => {
    await list.getByRole('searchbox').fill('Person 07')
    await expect(people).toHaveCount(1)
    await asList.click()
    await expect(page).toHaveURL(/\/f\/contact\?filter=/)
    await expect(page.getByText('Person 07').first()).toBeVisible()
    await expect(page.getByText('Person 08')).toHaveCount(0)
    await expect(page.locator('.pw-filter-sentence').first()).toContainText(
      t('All around Ltd', '环顾有限公司'),
    )
    await page.goBack()
    await expect(list).toBeVisible()
  })
})

test('what is to be done and what is attached around an account stand on its page', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const { workspace } = world
  const create = (form: string, values: Record<string, string>) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await create('account', { name: t('Overview Ltd', '全貌有限公司') })
  const deal = await create('opportunity', { name: t('Its deal', '它的商机'), account: account.id })
  const { member } = await owner.call('getApp', { params: { workspace } })
  const plain = { day: null, time: null, repeat: null, remindBefore: null }
  const about = { form: 'opportunity', record: deal.id, assignees: [member.id], ...plain }
  const title = t('Send the offer', '发送报价')
  await owner.call('createTask', { params: { workspace }, body: { title, ...about } })
  const attach = async (name: string) => {
    const form = new FormData()
    form.append('file', new Blob([name], { type: 'text/plain' }), name)
    const file = await owner.call('uploadFile', { params: { workspace }, form })
    await owner.call('createComment', {
      params: { workspace, form: 'opportunity', id: deal.id },
      body: { text: t('Our offer', '我们的报价'), files: [file.id] },
    })
  }
  await attach('offer.txt')
  const page = await journey.as('owner')
  await page.goto(at(`/f/account/${account.id}`))
  const tasks = page.getByRole('region', { name: t('To do', '待办'), exact: true })
  await expect(tasks.getByText(title)).toBeVisible()
  const files = page.getByRole('region', { name: t('Files', '文件'), exact: true })
  await expect(files.getByRole('button', { name: 'offer.txt', exact: true })).toBeVisible()
  await attach('second-offer.txt')
  await expect(files.getByRole('button', { name: 'second-offer.txt', exact: true })).toBeVisible()
  await expectAccessible(page, 'what stands around an account')
  await files
    .getByRole('link', { name: t('Its deal', '它的商机') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Its deal', '它的商机'))
})

test('the timeline of an account tells of what belongs to it, live, and stays as one likes it', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const { workspace } = world
  const create = (form: string, values: Record<string, string>) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await create('account', { name: t('Stream Ltd', '动态有限公司') })
  const name = t('Pump order', '水泵订单')
  const deal = await create('opportunity', { name, account: account.id })
  const say = (form: string, id: string, text: string) =>
    owner.call('createComment', { params: { workspace, form, id }, body: { text } })
  await say('account', account.id, t('They moved', '他们搬家了'))
  await say('opportunity', deal.id, t('They like it', '他们很满意'))
  await owner.call('logFollowUp', {
    params: { workspace, form: 'opportunity', id: deal.id },
    body: { text: t('Sent the drawing', '已发送图纸'), next: null },
  })
  const page = await journey.as('owner')
  await page.goto(at(`/f/account/${account.id}?tab=timeline`))
  const panel = page.getByRole('tabpanel', { name: t('Timeline', '动态') })
  const choose = (label: string) => panel.getByText(label, { exact: true }).click()
  const offer = panel.getByText(t('They like it', '他们很满意'))
  const note = panel.getByText(t('Sent the drawing', '已发送图纸'))

  await test.step('of the record alone first', async () => {
    await expect(panel.getByText(t('They moved', '他们搬家了'))).toBeVisible()
    await expect(offer).toHaveCount(0)
  })

  await test.step('with what belongs to it, each line with its record', async () => {
    await choose(t('With related records', '含相关记录'))
    await expect(offer).toBeVisible()
    await expect(note).toBeVisible()
    await expect(panel.getByText(t('They moved', '他们搬家了'))).toBeVisible()
    await expect(panel.getByRole('link', { name, exact: true })).toHaveCount(4)
    await expectAccessible(page, 'a timeline with related records')
  })

  await test.step('what is said there now appears', async () => {
    await say('opportunity', deal.id, t('They ordered', '他们下单了'))
    await expect(panel.getByText(t('They ordered', '他们下单了'))).toBeVisible()
  })

  await test.step('by kind', async () => {
    await choose(t('Comments', '评论'))
    await expect(note).toHaveCount(0)
    await expect(offer).toBeVisible()
  })

  await test.step('it stays so, and leads to the record of a line', async () => {
    await page.reload()
    await expect(offer).toBeVisible()
    await panel.getByRole('link', { name, exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.goBack()
    await choose(t('This record', '仅本记录'))
    await expect(offer).toHaveCount(0)
  })
})
