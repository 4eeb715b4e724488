import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('what is due today is told at the hour that the member chose, in the bell, and leads to the list', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const [owner, rep] = await Promise.all([world.api('owner'), world.api('rep')])
  const { member } = await rep.call('getApp', { params })
  const settings = () => rep.call('getNotificationSettings', { params })
  const { ways: _ways, mailRefused: _refused, ...before } = await settings()
  const title = t('Call the architect', '给设计师打电话')
  try {
    const page = await journey.as('rep')
    await page.goto(at('/notifications'))
    const hour = page.getByRole('combobox', { name: t('Tasks of the day at', '每日任务提醒时间') })
    await hour.click()
    await hour.fill('00:00')
    await expect(page.getByTitle('00:00', { exact: true }).last()).toBeVisible()
    await expectAccessible(page, 'choosing the hour of the day')
    await page.getByTitle('00:00', { exact: true }).last().click()
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect.poll(async () => (await settings()).morningAt).toBe('00:00')

    const day = new Intl.DateTimeFormat('en-CA', { timeZone: member.zone }).format(new Date())
    await owner.call('createTask', {
      params,
      body: {
        title,
        assignees: [member.id],
        day,
        time: null,
        repeat: null,
        remindBefore: null,
        form: null,
        record: null,
      },
    })
    // As if today's morning were still to come.
    await world.sql('update _notification_setting set overdue_on = null')
    const due = t(`Due today: ${title}`, `今天到期：${title}`)
    const texts = async () =>
      (await rep.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
    await expect.poll(texts, { timeout: 60_000 }).toContain(due)
    await page.goto(at('/todo'))
    await page.getByRole('button', { name: new RegExp(t('Notifications', '通知')) }).click()
    const bell = page.getByRole('dialog')
    await bell.getByRole('link', { name: due }).click()
    await expect(page.getByRole('main').getByText(title)).toBeVisible()
    await expectAccessible(page, 'what is due')
  } finally {
    await rep.call('setNotificationSettings', { params, body: before })
    await world.sql('delete from _task where title = $1', [title])
  }
})
