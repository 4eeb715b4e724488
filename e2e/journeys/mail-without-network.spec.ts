import { expectAccessible } from '../setup/accessibility.ts'
import { expectKept, laidBy } from '../setup/kept-here.ts'
import { mailBox } from '../setup/mail-box.ts'
import { expect, test } from '../setup/test.ts'
import { cutNetwork, mendNetwork } from '../setup/network.ts'

test.use({ serviceWorkers: 'allow' })

test('mails that are written without a network stand in the timeline, can be changed, and go out once', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const params = { workspace: world.workspace }
  const box = await mailBox()
  const owner = await world.api('owner')
  const settings = {
    enabled: true,
    host: '127.0.0.1',
    port: box.port,
    security: 'none',
    username: null,
    senderName: 'Northwind',
    senderAddress: 'crm@northwind.example',
  } as const
  await owner.call('setMailSettings', { params, body: settings })
  const rep = await world.api('rep')
  const { member } = await rep.call('getApp', { params })
  const name = t('Written to in a tunnel', '隧道里写信的线索')
  const lead = await rep.call('createRecord', {
    params: { ...params, form: 'lead' },
    body: { values: { name, company: 'Acme', email: 'tunnel@acme.example' } },
  })
  const page = await journey.as('rep')
  const context = page.context()
  const notes = page.locator('.waiting-note')
  const sheet = page.getByRole('dialog')
  const subject = sheet.getByLabel(t('Subject', '主题'), { exact: true })
  const words = sheet.getByLabel(t('Text', '正文'), { exact: true })
  const open = () => page.getByRole('button', { name: t('Write an e-mail', '写邮件') }).click()
  const send = () => sheet.getByRole('button', { name: t('Send e-mail', '发送邮件') }).click()

  await page.goto(at(`/f/lead/${lead.id}?tab=timeline`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expectKept(page, 'getRecord', name)
  await expectKept(page, 'getTimeline', member.id)
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(context)

  const [first, better] = [t('From the tunnel', '隧道来信'), t('From the train', '火车来信')]
  await test.step('one with a file stands in the timeline, also after a reload', async () => {
    await open()
    await expect(sheet.locator('.mail-addresses').first()).toContainText('tunnel@acme.example')
    await send()
    await expect(sheet.getByRole('alert').first()).toBeVisible()
    await subject.fill(first)
    await words.fill(t('Dark in here.', '这里很暗。'))
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'map.txt', mimeType: 'text/plain', buffer: Buffer.from('to the left') })
    await expect(sheet.locator('.pw-file')).toContainText('map.txt')
    await expectAccessible(page, 'writing a mail without a network')
    await send()
    await expect(sheet).toBeHidden()
    await expect(notes).toContainText(first)
    await expect(notes).toContainText('tunnel@acme.example')
    await expect(notes).toContainText(t('Waits to be sent', '等待发送'))
    await page.reload()
    await expect(notes).toContainText(first)
    await expectAccessible(page, 'a mail that waits to be sent')
  })

  await test.step('it is changed, and another one is taken back', async () => {
    await notes.getByRole('button', { name: t('Edit', '编辑'), exact: true }).click()
    await subject.fill(better)
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('then right') })
    await expect(sheet.locator('.pw-file').last()).toContainText('plan.txt')
    await expectAccessible(page, 'changing a mail that waits')
    await sheet.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(notes).toContainText(better)
    await open()
    await subject.fill('zzz')
    await words.fill('zzz')
    await send()
    await expect(notes).toHaveCount(2)
    await notes
      .filter({ hasText: 'zzz' })
      .getByRole('button', { name: t('Discard', '放弃') })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('Discard', '放弃') })
      .click()
    await expect(notes).toHaveCount(1)
  })

  await test.step('it goes out once when the network is there', async () => {
    await mendNetwork(context)
    await expect(page.locator('.mail-line')).toContainText(t('Sent', '已发送'), { timeout: 30_000 })
    await expect(notes).toHaveCount(0)
    await expect(page.locator('.mail-line')).toContainText('map.txt')
    await expect(page.locator('.mail-line')).toContainText('plan.txt')
    await page.reload()
    await expect(page.locator('.mail-line')).toHaveCount(1)
    expect(box.mails.map((mail) => mail.to)).toEqual([['tunnel@acme.example']])
    const rows = await world.sql(
      'select subject, cardinality(files) as files from _record_mail where record = $1',
      [lead.id],
    )
    expect(rows).toEqual([{ subject: better, files: 2 }])
  })

  await owner.call('setMailSettings', { params, body: { ...settings, enabled: false } })
  await box.close()
})
