import { expectAccessible } from '../setup/accessibility.ts'
import { mailBox } from '../setup/mail-box.ts'
import { expect, test } from '../setup/test.ts'

test('without a mail server a mail opens in the own program and is noted as a follow-up', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const lead = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name: t('Post Box', '邮件测试'), company: 'Acme', email: 'post@box.example' } },
  })
  const page = await journey.as('rep')
  await page.goto(at(`/f/lead/${lead.id}`))
  await page.getByRole('button', { name: t('Write an e-mail', '写邮件') }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(t('This workspace sends no e-mail yet.', '此工作区尚未启用邮件发送。'))
  await sheet.getByLabel(t('Subject', '主题'), { exact: true }).fill(t('Your offer', '报价'))
  await expect(
    sheet.getByRole('link', { name: t('Open in my mail program', '用我的邮件程序打开') }),
  ).toHaveAttribute(
    'href',
    `mailto:post%40box.example?subject=${encodeURIComponent(t('Your offer', '报价'))}`,
  )
  await expectAccessible(page, 'a mail without a mail server')
  await sheet.getByRole('button', { name: t('Note it as a follow-up', '记为跟进') }).click()
  await expect(page.getByRole('textbox', { name: t('What happened?', '这次跟进的情况') })).toHaveValue(
    t('E-mail: Your offer', '邮件：报价'),
  )
  await expect(page.getByRole('button', { name: t('E-mail', '邮件'), exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('a template fills a mail in with values of the record, below what was typed, and another one takes its place', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const name = t('Pat Form', '范本')
  const lead = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name, company: 'Acme', email: 'pat@form.example' } },
  })
  const page = await journey.as('rep')
  await page.goto(at(`/f/lead/${lead.id}`))
  await page.getByRole('button', { name: t('Write an e-mail', '写邮件') }).click()
  const sheet = page.getByRole('dialog')
  const subject = sheet.getByLabel(t('Subject', '主题'), { exact: true })
  const words = sheet.getByLabel(t('Text', '正文'), { exact: true })
  const choose = async (template: string) => {
    await sheet.getByRole('button', { name: t('Use a template', '使用模板') }).click()
    await page.getByRole('menuitem', { name: template }).click()
  }
  await words.fill(t('First of all', '先说一句'))
  await sheet.getByRole('button', { name: t('Use a template', '使用模板') }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expectAccessible(page, 'choosing a template of a mail')
  await page.getByRole('menuitem', { name: t('First contact', '首次联系') }).click()
  await expect(subject).toHaveValue(t('Acme: getting in touch', 'Acme：与您取得联系'))
  await expect(words).toHaveValue(
    new RegExp(`^${t('First of all', '先说一句')}\n\n${t(`Hello ${name}`, `${name}，您好`)}`),
  )
  await choose(t('Could not reach you', '电话未接通'))
  await expect(subject).toHaveValue(t('Could not reach you by phone', '刚才致电未能接通'))
  await expect(words).not.toHaveValue(/Acme/)
  await words.fill(t('Quite something else', '另有他事'))
  await choose(t('First contact', '首次联系'))
  await expect(words).toHaveValue(new RegExp(`^${t('Quite something else', '另有他事')}\n\n`))
  await expect(subject).toHaveValue(t('Could not reach you by phone', '刚才致电未能接通'))
})

test('a mail from a record goes out with a file, stands in the timeline, and one that is refused is sent again', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const { workspace } = world
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
  await owner.call('setMailSettings', { params: { workspace }, body: settings })
  const rep = await world.api('rep')
  const account = await rep.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: t('Harbour Supplies', '海港物资') } },
  })
  for (const [name, email] of [
    [t('Mia Post', '梅雨'), 'mia@harbour.example'],
    [t('Bo Gone', '白果'), 'bo@harbour.example'],
  ] as const)
    await rep.call('createRecord', {
      params: { workspace, form: 'contact' },
      body: { values: { name, email, account: account.id } },
    })
  const page = await journey.as('rep')
  /** What went out from records: what its writer is told of by mail comes besides. */
  const sent = () => box.mails.map((mail) => mail.to).filter(([first]) => first !== 'rep.1@example.com')
  const line = page.locator('.mail-line')
  const sheet = page.getByRole('dialog')
  const open = () => page.getByRole('button', { name: t('Write an e-mail', '写邮件') }).click()
  const send = () => sheet.getByRole('button', { name: t('Send e-mail', '发送邮件') }).click()
  const to = sheet.getByRole('combobox', { name: t('To', '收件人'), exact: true })
  const subject = sheet.getByLabel(t('Subject', '主题'), { exact: true })

  await test.step('a contact is chosen by name, what is written outlives a reload', async () => {
    await page.goto(at(`/f/account/${account.id}?tab=timeline`))
    await open()
    await to.pressSequentially(t('Mia', '梅雨'))
    await expect(page.locator('.mail-known')).toHaveCount(1)
    await to.press('Enter')
    await expect(sheet.locator('.mail-addresses').first()).toContainText('mia@harbour.example')
    await subject.fill(t('The offer', '报价单'))
    await page.reload()
    await open()
    await expect(subject).toHaveValue(t('The offer', '报价单'))
    await expect(sheet.locator('.mail-addresses').first()).toContainText('mia@harbour.example')
    await sheet
      .getByLabel(t('Text', '正文'), { exact: true })
      .fill(t('Hello Mia,\nas agreed.', '您好，\n见附件。'))
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('ten percent') })
    await expect(sheet.locator('.pw-file')).toContainText('offer.txt')
    await sheet.getByRole('button', { name: t('Next week', '下周') }).click()
    await expectAccessible(page, 'writing a mail')
  })

  await test.step('sent, it stands in the timeline and counts as contact', async () => {
    await send()
    await expect(sheet).toBeHidden()
    await expect(line).toContainText(t('The offer', '报价单'))
    await expect(line).toContainText(t('Sent', '已发送'))
    await expect(line).toContainText('offer.txt')
    expect(sent()).toEqual([['mia@harbour.example']])
    expect(box.mails[0]?.raw).toMatch(/Reply-To: .*<rep\.1@example\.com>/s)
    const last = () =>
      world
        .sql('select last_activity_at from account where id = $1', [account.id])
        .then(([row]) => row?.last_activity_at)
    await expect.poll(last).not.toBeNull()
    await expect(page.locator('.pw-follow-up')).toHaveCount(0)
    await expectAccessible(page, 'a mail in the timeline')
  })

  await test.step('one that is refused says why, and goes out when it is sent again', async () => {
    box.refuses.add('bo@harbour.example')
    await open()
    await to.pressSequentially('bo@harbour.example,')
    await subject.fill(t('To Bo', '给白果'))
    await sheet.getByLabel(t('Text', '正文'), { exact: true }).fill('x')
    await send()
    const refused = line.filter({ hasText: t('To Bo', '给白果') })
    await expect(refused).toContainText(t('Not sent', '未发出'))
    await expect(refused).toContainText('no such mailbox')
    await expectAccessible(page, 'a mail that was refused')
    const told = t('Your e-mail on “Harbour Supplies” was not sent', '您在“海港物资”中写的邮件未能发出')
    const unread = async () => {
      const query = { unread: 'true' } as const
      const { items } = await rep.call('listNotifications', { params: { workspace }, query })
      return items.map(({ text }) => text).filter((text) => text === told)
    }
    await expect.poll(unread).toEqual([told])
    await page.goto(at('/todo'))
    await page.getByRole('button', { name: new RegExp(t('Notifications', '通知')) }).click()
    await page.getByRole('link', { name: new RegExp(told) }).click()
    await expect(refused).toContainText('no such mailbox')
    await expect(page).toHaveURL(/tab=timeline/)
    box.refuses.delete('bo@harbour.example')
    await refused.getByRole('button', { name: t('Send again', '重新发送') }).click()
    await expect(refused).toContainText(t('Sent', '已发送'))
    expect(sent()).toEqual([['mia@harbour.example'], ['bo@harbour.example']])
  })

  await test.step('an answer that came is added from its file, and stands at its time', async () => {
    const eml = [
      'From: Mia <mia@harbour.example>',
      'To: rep.1@example.com',
      'Subject: Re: offer',
      'Date: Fri, 20 Nov 2026 09:30:00 +0000',
      '',
      'Yes, please.',
    ]
    await page.getByRole('button', { name: t('More', '更多'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('Add received e-mail', '添加收到的邮件') }).click()
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.eml', mimeType: 'message/rfc822', buffer: Buffer.from(eml.join('\r\n')) })
    await expect(sheet).toContainText('Yes, please.')
    await expectAccessible(page, 'adding a received mail')
    await sheet.getByRole('button', { name: t('Add received e-mail', '添加收到的邮件') }).click()
    await expect(sheet).toBeHidden()
    const received = line.filter({ hasText: 'Re: offer' })
    await expect(received).toContainText('Mia <mia@harbour.example>')
    await expect(received).toContainText(t('Received', '收到的邮件'))
    await expect(page.locator('.pw-timeline section').last()).toContainText('Re: offer')
  })

  await owner.call('setMailSettings', { params: { workspace }, body: { ...settings, enabled: false } })
  await box.close()
})
