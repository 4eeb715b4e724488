/// <reference lib="dom" />
import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expect, test, type World } from '../setup/test.ts'

type Edits = BodyOf<Routes['editDraft']>['edits']
type Say = (en: string, zh: string) => string

interface Builder {
  readonly page: Page
  readonly t: Say
  readonly world: World
  readonly words: { readonly name: string; readonly text: string; readonly task: string }
}

const form = 'opportunity'

async function publish(world: World, edits: Edits): Promise<void> {
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
}

const whole = (text: string) => ({ en: text, zh: text })

/** On a phone a rep reads what was set at a desk. */
const setByCall = ({ t, world, words }: Builder): Promise<void> =>
  publish(world, [
    {
      type: 'setForm',
      form,
      changes: {
        reminders: [
          {
            key: 'e2e_closing',
            label: whole(words.name),
            field: 'close_date',
            offset: { count: 3, unit: 'days', side: 'before' },
            at: '00:00',
            tell: [{ type: 'owner' }],
            text: whole(t(`${words.text} {{account}}`, `${words.text}{{account}}`)),
            task: { title: whole(words.task) },
          },
        ],
      },
    },
  ])

async function setByHand({ page, t, words }: Builder): Promise<void> {
  await page.getByRole('button', { name: t('Edit this form', '编辑表单') }).click()
  const part = page.getByRole('region', { name: t('Reminders', '提醒'), exact: true })
  // The designer is loaded here for the first time.
  await part.getByRole('button', { name: t('Add a reminder', '添加提醒') }).click({ timeout: 30_000 })
  const named = boxOf(part, t('Name of the reminder (English)', '提醒名称 (中文)'))
  await named.fill(words.name)
  await named.press('Enter')
  const card = part.getByRole('group', { name: words.name, exact: true })
  await choose(card, t('Date', '日期'), t('Close date', '预计成交日期'))
  const count = card.getByRole('spinbutton', { name: t('How long', '相隔') })
  await count.fill('3')
  await count.press('Tab')
  await choose(card, t('Counted in', '单位'), t('calendar days', '天'))
  await choose(card, t('At', '时间'), '00:00', '00:00')
  const text = boxOf(card, t('What they read (English)', '提醒内容 (中文)'))
  await text.fill(words.text)
  await text.press('Enter')
  const account = t('Account', '客户')
  await choose(card, t('Value of a field', '字段值'), account, account)
  await expect(text).toHaveValue(t(`${words.text} {{account}}`, `${words.text}{{account}}`))
  await card
    .getByRole('switch', { name: t('Also give them a task at the record', '同时在记录上为其创建任务') })
    .click()
  const task = boxOf(card, t('What is to be done (English)', '要做什么 (中文)'))
  await task.fill(words.task)
  await task.press('Enter')
  await expect(card).toContainText(t('3 days before “', '前 3 天，00:00 起'))
  await expectAccessible(page, 'a reminder of a form')
  await page.getByRole('button', { name: t('Review & publish', '检查并发布') }).click()
  const review = page.getByRole('dialog')
  await expect(review).toContainText(t(`“${words.name}” tells of `, `提醒“${words.name}”今天会就`))
  await expectAccessible(page, 'what a reminder would tell')
  await review.getByRole('button', { name: t('Publish', '发布'), exact: true }).click()
  await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible()
}

test('a builder has owners reminded before a date, and a rep finds it in the bell, on the record and in the to-do', async ({
  journey,
  world,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const [owner, rep] = await Promise.all([world.api('owner'), world.api('rep')])
  const { member } = await rep.call('getApp', { params })
  const { definition } = await owner.call('getDraft', { params })
  const { reminders = null } = definition.forms.find(({ key }) => key === form) ?? {}
  const words = {
    name: t('Deals about to close', '即将成交的商机'),
    text: t('Closes within three days', '三天内成交'),
    task: t('Settle the last questions', '确认最后的问题'),
  }
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)
  const account = await rep.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: t('Lakeside Hotels', '湖畔酒店') } },
  })
  const title = t('Lobby of the lakeside', '湖畔大堂')
  const deal = await rep.call('createRecord', {
    params: { ...params, form },
    body: { values: { name: title, account: account.id, close_date: tomorrow } },
  })
  try {
    const page = await journey.as('owner')
    await page.goto(at(`/f/${form}`))
    await (isMobile ? setByCall : setByHand)({ page, t, world, words })
    const told = async () =>
      (await rep.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
    const line = t(`${words.text} Lakeside Hotels · “${title}”`, `${words.text}湖畔酒店 · “${title}”`)
    await expect.poll(told, { timeout: 60_000 }).toContain(line)

    const desk = await journey.as('rep')
    await desk.goto(at('/todo'))
    await expect(desk.getByRole('main').getByText(words.task).first()).toBeVisible()
    await expectAccessible(desk, 'a task that a reminder gave')
    await desk.getByRole('button', { name: new RegExp(t('Notifications', '通知')) }).click()
    const bell = desk.getByRole('dialog')
    await bell.getByRole('link', { name: line }).click()
    await expect(desk).toHaveURL(new RegExp(deal.id))
    await expect(desk.getByRole('heading', { name: title }).first()).toBeVisible()
    const tasks = await owner.call('listRecordTasks', { params: { ...params, form, id: deal.id }, query: {} })
    expect(tasks.tasks.map(({ title: one, assignees }) => [one, assignees])).toEqual([
      [words.task, [member.id]],
    ])
  } finally {
    await publish(world, [{ type: 'setForm', form, changes: { reminders } }])
    await world.sql('delete from _task where title = $1', [words.task])
    await world.sql('delete from _reminder where record = $1', [deal.id])
    await world.sql('update opportunity set deleted_at = now() where id = $1', [deal.id])
  }
})

test('a rep has himself reminded by one tap before a date of a record, and the task goes along with the date', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const rep = await world.api('rep')
  const account = await rep.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: t('Hillside Clinics', '山麓诊所') } },
  })
  const title = t('Wing of the clinic', '诊所侧楼')
  const deal = await rep.call('createRecord', {
    params: { ...params, form },
    body: { values: { name: title, account: account.id, close_date: '2031-06-20' } },
  })
  const words = t(`Get back to “${title}”`, `跟进“${title}”`)
  const where = { ...params, form, id: deal.id }
  const tasks = async () =>
    (await rep.call('listRecordTasks', { params: where, query: {} })).tasks.map((one) => [one.title, one.day])
  try {
    const page = await journey.as('rep')
    await page.goto(at(`/f/${form}/${deal.id}?tab=timeline`))
    const part = page.getByRole('region', { name: t('To do', '待办'), exact: true })
    await part.getByRole('button', { name: t('Remind me', '提醒我') }).click()
    const choices = page.getByRole('menu')
    await expect(choices).toBeVisible()
    await expectAccessible(page, 'when to be reminded')
    const before = t('3 working days before “Close date”', '“预计成交日期”前 3 个工作日')
    await choices.getByRole('menuitem', { name: before }).click()
    await expect(part.getByText(words)).toBeVisible()
    await expect(part).toContainText(before)
    expect(await tasks()).toEqual([[words, '2031-06-17']])

    await rep.call('updateRecord', {
      params: where,
      body: { version: deal.version, values: { close_date: '2031-07-10' } },
    })
    await expect.poll(tasks, { timeout: 60_000 }).toEqual([[words, '2031-07-07']])
    await expect(part).toContainText(t('7 Jul', '7月7日'))

    await part.getByRole('button', { name: t(`Edit: ${words}`, `编辑: ${words}`) }).click()
    const dialog = page.getByRole('dialog')
    const far = dialog.getByRole('spinbutton', { name: t('How many', '相隔') })
    await expect(far).toHaveValue('3')
    await expectAccessible(page, 'a task by a date of its record')
    await far.fill('1')
    await dialog.getByRole('button', { name: t('Save', '保存') }).click()
    await expect(part).toContainText(t('1 working day before “Close date”', '“预计成交日期”前 1 个工作日'))
    expect(await tasks()).toEqual([[words, '2031-07-09']])
  } finally {
    await world.sql('delete from _task where title = $1', [words])
    await world.sql('update opportunity set deleted_at = now() where id = $1', [deal.id])
  }
})
