import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a task on a record is told in the bell, stands on the record and in the list, and is ticked off', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const { member } = await rep.call('getApp', { params })
  const made = await rep.call('createRecord', {
    params: { ...params, form: 'opportunity' },
    body: { values: { name: t('Roof of the town hall', '市政厅屋顶项目') } },
  })
  const place = at(`/f/opportunity/${made.id}?tab=timeline`)
  const title = t('Send the floor plan', '发送平面图')

  const page = await journey.as('owner')
  await test.step('the owner sets the rep a task with a day from the calendar of the interface', async () => {
    await page.goto(place)
    const todo = page.getByRole('region', { name: t('To do', '待办'), exact: true })
    await todo.getByRole('button', { name: t('New task', '新建任务') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: t('What is to be done', '任务内容') }).fill(title)
    await dialog.getByRole('combobox', { name: t('Who does it', '负责人') }).fill(member.name)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expectAccessible(page, 'writing a task')
    const day = dialog.getByRole('textbox', { name: t('Due on', '截止日期') })
    await day.click()
    const picker = page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)')
    await expect(picker.locator('thead th').first()).toHaveText(new RegExp(t('^[A-Z]', '^[日一]')))
    await day.fill('2031-05-06')
    await day.press('Enter')
    await dialog.getByRole('button', { name: t('Create', '新建'), exact: true }).click()
    await expect(todo.getByText(title)).toBeVisible()
    await expectAccessible(page, 'tasks of a record')
  })

  const other = await journey.as('rep')
  await test.step('the rep is told, and ticks it off on the record', async () => {
    await other.goto(at('/todo'))
    await expect(other.getByText(title)).toBeVisible()
    await other.getByRole('button', { name: new RegExp(t('Notifications', '通知')) }).click()
    await expect(other.getByRole('dialog')).toContainText(
      t(`assigned you a task: ${title}`, `给您分配了任务：${title}`),
    )
    await expectAccessible(other, 'the bell')
    await other.goto(place)
    await other.getByRole('button', { name: `${t('Done', '完成')}: ${title}` }).click()
    await expect(other.getByRole('region', { name: t('To do', '待办'), exact: true })).not.toContainText(
      title,
    )
  })
})

test('an administrator sets mail up, members choose how often it comes, and the link of a mail stops it', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  await page.goto(at('/settings'))
  await page.getByRole('textbox', { name: t('Mail server', '邮件服务器') }).fill('10.0.0.1')
  await page.getByRole('textbox', { name: t('Address of the sender', '发件人地址') }).fill('crm@example.com')
  const save = page.getByRole('button', { name: t('Save', '保存'), exact: true }).last()
  await save.click()
  await expect(page.getByRole('alert')).toContainText('10.0.0.1:465')
  await expectAccessible(page, 'setting mail up')
  await page.getByRole('textbox', { name: t('Mail server', '邮件服务器') }).fill('1.1.1.1')
  await save.click()
  await expect(page.getByText(t('Saved', '已保存'), { exact: true })).toBeVisible()
  const api = await world.api('rep')
  const params = { workspace: world.workspace }
  const settings = () => api.call('getNotificationSettings', { params })
  const { ways: _ways, mailRefused: _refused, ...before } = await settings()
  try {
    const rep = await journey.as('rep')
    await rep.goto(at('/notifications'))
    const pace = rep.getByRole('combobox', { name: t('I am mentioned: E-mail', '有人提到我: 邮件') })
    await pace.click()
    await rep.getByTitle(t('Daily', '每天'), { exact: true }).last().click()
    await expectAccessible(rep, 'choosing how often mail comes')
    await rep.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect.poll(async () => (await settings()).kinds.mentioned.mail).toBe('day')
  } finally {
    await api.call('setNotificationSettings', { params, body: before })
    await world.sql('delete from _mail_setting')
  }
  const stranger = await journey.stranger()
  await stranger.goto(`${world.url}/stop-mail/northwind/01890000-0000-7000-8000-000000000000/none`)
  await expectAccessible(stranger, 'stopping mails')
  await stranger.getByRole('button', { name: t('Stop all e-mails', '停止接收所有邮件') }).click()
  await expect(stranger.getByRole('alert')).toContainText(t('not valid any more', '已失效'))
})
