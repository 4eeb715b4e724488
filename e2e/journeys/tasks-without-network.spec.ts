import type { Page } from '@playwright/test'
import type { ApiClient } from '../setup/api-client.ts'
import { expectAccessible } from '../setup/accessibility.ts'
import { expectKept, laidBy } from '../setup/kept-here.ts'
import { expect, test } from '../setup/test.ts'
import { cutNetwork, mendNetwork } from '../setup/network.ts'

test.use({ serviceWorkers: 'allow' })

/** Any change of the app that everybody sees. */
async function publish(owner: ApiClient, params: { readonly workspace: string }) {
  const { version } = await owner.call('getDraft', { params })
  const edits = [{ type: 'setForm', form: 'lead', changes: { icon: 'star' } }] as never
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
}

const rowOf = (page: Page, title: string) => page.locator('.todo-row').filter({ hasText: title })

test('tasks are changed and put off without a network, and what others changed meanwhile is not overwritten', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const [rep, manager] = [await world.api('rep'), await world.api('manager')]
  const params = { workspace: world.workspace }
  const me = (await rep.call('getApp', { params })).member.id
  const boss = (await manager.call('getApp', { params })).member.id
  const set = (title: string) =>
    rep.call('createTask', {
      params,
      body: {
        title,
        assignees: [me, boss],
        day: null,
        time: null,
        repeat: null,
        remindBefore: null,
        form: null,
        record: null,
      },
    })
  const both = await set(t('Print the plans', '打印图纸'))
  const same = await set(t('Order the crane', '预订吊车'))
  const put = await set(t('Thank the mayor', '感谢市长'))
  const stored = async (id: string) => {
    const { items } = await rep.call('listTodo', { params })
    const found = items.find((item) => item.type === 'task' && item.task.id === id)
    return found?.type === 'task' ? { ...found.task, isPut: found.snoozedUntil !== null } : undefined
  }

  const page = await journey.as('rep')
  const mark = t('Waits to be sent', '等待发送')
  const dialog = page.getByRole('dialog')
  const change = async (title: string, next: string) => {
    await rowOf(page, title)
      .getByRole('button', { name: t('Edit', '编辑') })
      .click()
    await dialog.getByRole('textbox', { name: t('What is to be done', '任务内容') }).fill(next)
    await dialog.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(rowOf(page, next)).toContainText(mark)
  }
  const [plans, crane] = [t('Print the plans twice', '打印两份图纸'), t('Order two cranes', '预订两台吊车')]

  await page.goto(at('/todo'))
  await expect(rowOf(page, put.title)).toBeVisible()
  await expectKept(page, 'listTodo', put.title)
  // Whoever builds publishes meanwhile: what is open is kept by the new state of the app, too.
  const before = (await rep.call('getApp', { params })).revision
  await publish(await world.api('owner'), params)
  await expectKept(page, 'getApp', `"revision":${before + 1},`)
  await expectKept(page, 'listTodo', put.title)
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(page.context())

  await test.step('they stand as they will stand, also after a reload', async () => {
    await change(both.title, plans)
    await change(same.title, crane)
    await rowOf(page, put.title)
      .getByRole('button', { name: t('Put off', '推迟') })
      .click()
    await page.getByRole('menuitem', { name: t('Tomorrow morning', '明天上午') }).click()
    const later = page.locator('.todo-snoozed')
    await expect(later).toContainText(t('Put off (1)', '已推迟（1）'))
    await page.reload()
    await expect(rowOf(page, plans)).toContainText(mark)
    await later.locator('summary').click()
    await expect(rowOf(page, put.title)).toContainText(mark)
    await expectAccessible(page, 'tasks that were changed without a network')
  })

  await test.step('the page one begins with tells the same', async () => {
    await page.goto(at('/d/home_rep'))
    const lines = page.getByRole('region', { name: t('To-do', '待办'), exact: true }).getByRole('listitem')
    await expect(lines.filter({ hasText: plans })).toContainText(mark)
    await expect(lines.filter({ hasText: crane })).toContainText(mark)
    await expect(lines.filter({ hasText: put.title })).toHaveCount(0)
    await expectAccessible(page, 'the page to begin with, without a network')
    await page.goto(at('/todo'))
    await expect(rowOf(page, plans)).toContainText(mark)
  })

  await test.step('what others changed elsewhere is taken along, what they changed too is asked about', async () => {
    const theirs = t('Order no crane', '不再预订吊车')
    await manager.call('updateTask', {
      params: { ...params, id: both.id },
      body: { version: both.version, day: '2031-05-05' },
    })
    await manager.call('updateTask', {
      params: { ...params, id: same.id },
      body: { version: same.version, title: theirs },
    })
    await mendNetwork(page.context())
    await expect
      .poll(() => stored(both.id), { timeout: 20_000 })
      .toMatchObject({ title: plans, day: '2031-05-05' })
    await expect.poll(() => stored(put.id)).toMatchObject({ isPut: true })
    expect(await stored(same.id)).toMatchObject({ title: theirs })
    await page.goto(at('/waiting'))
    await page.getByRole('button', { name: t('Decide field by field', '逐个字段决定') }).click()
    await expect(dialog).toContainText(theirs)
    await expect(dialog.getByRole('radio')).toHaveCount(2)
    await expectAccessible(page, 'a task that others changed too')
    await dialog.getByRole('radio', { name: crane }).check()
    await dialog.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect.poll(() => stored(same.id)).toMatchObject({ title: crane })
    await expect(page.getByText(t('Nothing is waiting', '没有等待发送的内容'), { exact: true })).toBeVisible()
  })
})

test('tasks are removed without a network, unless somebody changed them meanwhile', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const [rep, manager] = [await world.api('rep'), await world.api('manager')]
  const params = { workspace: world.workspace }
  const me = (await rep.call('getApp', { params })).member.id
  const boss = (await manager.call('getApp', { params })).member.id
  const set = (title: string) =>
    rep.call('createTask', {
      params,
      body: {
        title,
        assignees: [me, boss],
        day: null,
        time: null,
        repeat: null,
        remindBefore: null,
        form: null,
        record: null,
      },
    })
  const gone = await set(t('Water the plants', '给植物浇水'))
  const kept = await set(t('Feed the fish', '给鱼喂食'))
  const changed = await set(t('Walk the dog', '遛狗'))
  const titles = async () => {
    const { items } = await rep.call('listTodo', { params })
    return items.flatMap((item) => (item.type === 'task' ? [item.task.title] : []))
  }

  const page = await journey.as('rep')
  const mark = t('Waits to be sent', '等待发送')
  const dialog = page.getByRole('dialog')
  const remove = async (title: string) => {
    await rowOf(page, title)
      .getByRole('button', { name: t('Edit', '编辑') })
      .click()
    await dialog.getByRole('button', { name: t('Delete', '删除'), exact: true }).click()
    await expect(rowOf(page, title)).toContainText(mark)
  }

  await page.goto(at('/todo'))
  await expect(rowOf(page, gone.title)).toBeVisible()
  await expectKept(page, 'listTodo', gone.title)
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(page.context())

  await test.step('they are struck out, also after a reload, and one is taken back', async () => {
    for (const { title } of [gone, kept, changed]) await remove(title)
    await page.reload()
    await expect(rowOf(page, changed.title)).toContainText(mark)
    await rowOf(page, kept.title)
      .getByRole('button', { name: t('Undo', '撤销') })
      .click()
    await expect(rowOf(page, kept.title)).not.toContainText(mark)
    await expectAccessible(page, 'tasks that were removed without a network')
  })

  await test.step('what somebody changed meanwhile is shown before it goes', async () => {
    const theirs = t('Walk the big dog', '遛大狗')
    await manager.call('updateTask', {
      params: { ...params, id: changed.id },
      body: { version: changed.version, title: theirs },
    })
    await mendNetwork(page.context())
    await expect.poll(titles, { timeout: 20_000 }).not.toContain(gone.title)
    expect(await titles()).toEqual(expect.arrayContaining([kept.title, theirs]))
    await page.goto(at('/waiting'))
    await page.getByRole('button', { name: t('Decide', '处理'), exact: true }).click()
    await expect(dialog).toContainText(theirs)
    await expectAccessible(page, 'a removed task that others changed')
    await dialog.getByRole('button', { name: t('Delete', '删除'), exact: true }).click()
    await expect.poll(titles).not.toContain(theirs)
    expect(await titles()).toContain(kept.title)
  })
})
