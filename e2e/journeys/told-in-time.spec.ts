/// <reference lib="dom" />
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
    // What was told since this morning, in other journeys, would stand before it.
    await world.sql('delete from _notification where member = $1', [member.id])
    const due = t(`Due today: ${title}`, `今天到期：${title}`)
    const texts = async () => {
      // As if today's morning were still to come; again, since the clock may just be at it.
      await world.sql('update _notification_setting set overdue_on = null')
      return (await rep.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
    }
    await expect.poll(texts, { timeout: 60_000, intervals: [5_000] }).toContain(due)
    await page.goto(at('/todo'))
    await page.getByRole('button', { name: new RegExp(t('Notifications', '通知')) }).click()
    const bell = page.getByRole('dialog')
    await bell.getByRole('link', { name: due }).first().click()
    await expect(page.getByRole('main').getByText(title)).toBeVisible()
    await expectAccessible(page, 'what is due')
  } finally {
    await rep.call('setNotificationSettings', { params, body: before })
    await world.sql('delete from _task where title = $1', [title])
  }
})

test('an administrator pastes the holidays of a year, which working days follow from then on', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const owner = await world.api('owner')
  const calendar = async () => (await owner.call('getApp', { params })).workspace.calendar
  try {
    const page = await journey.as('owner')
    await page.goto(at('/settings'))
    const section = page.getByRole('region', { name: t('Working days', '工作日历') })
    await section.getByRole('button', { name: t('Paste a list', '粘贴列表') }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('textbox', { name: t('Days by lines', '逐行填写日期') })
      .fill(
        t(
          '2031-10-01 to 2031-10-03 Harvest days\n2031-10-11 Harvest days work\nand so on',
          '国庆节：2031年10月1日（周三）至3日放假调休，共3天。10月11日（周六）上班。\n其他事项',
        ),
      )
    await expect(dialog.getByRole('alert')).toContainText(t('and so on', '其他事项'))
    await expectAccessible(page, 'pasting holidays')
    await dialog.getByRole('button', { name: t('Take over', '采用') }).click()
    const name = t('Harvest days', '国庆节')
    await expect(section.getByRole('listitem').filter({ hasText: name })).toHaveCount(4)
    await section.getByRole('checkbox', { name: t('Saturday', '星期六') }).check()
    await section.getByRole('button', { name: t('Remove 2031-10-03', '移除 2031-10-03') }).click()
    await expectAccessible(page, 'working days')
    await section.getByRole('button', { name: t('Save working days', '保存工作日历') }).click()
    await expect.poll(calendar).toMatchObject({
      workdays: [1, 2, 3, 4, 5, 6],
      special: [
        { day: '2031-10-01', name, works: false },
        { day: '2031-10-02', name, works: false },
        { day: '2031-10-11', name, works: true },
      ],
    })
  } finally {
    await owner.call('changeWorkingDays', { params, body: { workdays: [1, 2, 3, 4, 5], special: [] } })
  }
})

test('a member turns push on for a device, which is listed, tried and stopped', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const rep = await world.api('rep')
  const devices = async () => (await rep.call('getPush', { params })).devices.length
  const page = await journey.as('rep')
  // A browser without a push service of its maker: it is subscribed here, and asks for leave only when it is told to.
  await page.addInitScript(() => {
    const asked = { leave: 0 }
    const keys = {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    }
    const bytesOf = (coded: string) =>
      Uint8Array.from(
        atob(coded.replaceAll('-', '+').replaceAll('_', '/')),
        (sign) => sign.codePointAt(0) ?? 0,
      ).buffer
    let made: object | null = null
    const pushManager = {
      getSubscription: async () => made,
      subscribe: async () => {
        made = {
          endpoint: 'https://127.0.0.1/journey',
          getKey: (name: 'p256dh' | 'auth') => bytesOf(keys[name]),
          unsubscribe: async () => true,
        }
        return made
      },
    }
    const registration = { pushManager, addEventListener: () => undefined, update: async () => undefined }
    Object.defineProperty(navigator, 'serviceWorker', {
      value: {
        ready: Promise.resolve(registration),
        controller: null,
        register: async () => registration,
        getRegistration: async () => registration,
        addEventListener: () => undefined,
      },
    })
    Object.defineProperty(window, 'Notification', {
      value: {
        permission: 'default',
        requestPermission: async () => {
          asked.leave += 1
          return 'granted'
        },
      },
    })
    Object.assign(window, { asked })
  })
  await page.goto(at('/notifications'))
  const section = page.getByRole('region', { name: t('Push on your devices', '设备推送') })
  await section.getByRole('button', { name: t('Turn on for this device', '在此设备上开启') }).waitFor()
  await expectAccessible(page, 'push that is off')
  expect(await page.evaluate('asked.leave')).toBe(0)
  await section.getByRole('button', { name: t('Turn on for this device', '在此设备上开启') }).click()
  const device = section.getByRole('listitem')
  await expect(device).toContainText(t('this device', '当前设备'))
  expect(await devices()).toBe(1)
  await expectAccessible(page, 'devices that are told')
  await device.getByRole('button', { name: new RegExp(t('Test', '测试')) }).click()
  await expect(page.getByText(t('could not be delivered', '未能送达'))).toBeVisible()
  await device.getByRole('button', { name: new RegExp(t('Stop', '停止')) }).click()
  await expect(device).toHaveCount(0)
  expect(await devices()).toBe(0)
})
