import { expect, test } from 'vitest'
import { writeMail } from './write-mail.ts'

const content = {
  locale: 'en',
  name: 'Rita',
  workspace: 'Acme',
  homeUrl: 'https://crm.example/w/acme',
  settingsUrl: 'https://crm.example/w/acme/notifications',
  stopUrl: 'https://crm.example/stop-mail/acme/1/x',
} as const

const line = (text: string) => ({
  text,
  about: 'Lead · 09:00',
  url: 'https://crm.example/w/acme/f/lead/1?a=1&b="2"',
})

test('what people wrote is text in the HTML and one line in the heading', () => {
  const mail = writeMail({
    ...content,
    name: '<b>Rita</b>',
    lines: [line('“<img src=x onerror=alert(1)>\r\nBcc: all@example.com” was assigned to you')],
  })
  expect(mail.subject).toBe('“<img src=x onerror=alert(1)> Bcc: all@example.com” was assigned to you')
  expect(mail.html).not.toContain('<img')
  expect(mail.html).not.toContain('<b>')
  expect(mail.html).toContain('?a=1&amp;b=&quot;2&quot;')
  expect(mail.text).toContain('• “<img src=x onerror=alert(1)> Bcc: all@example.com” was assigned to you\n')
})

test('several are counted in the heading, and of very many those above fifty', () => {
  const lines = Array.from({ length: 60 }, (_, at) => line(`Line ${at}.`))
  const mail = writeMail({ ...content, locale: 'zh', lines })
  expect(mail.subject).toBe('60 条通知 · Acme')
  expect(mail.text).toContain('Line 49.')
  expect(mail.text).not.toContain('Line 50.')
  expect(mail.text).toContain('以及另外 10 条')
})
