import { expect, test } from 'vitest'
import { readEml } from './read-eml.ts'

const now = '2026-11-21T08:00:00.000Z'
const eml = (...lines: string[]) => new Blob([lines.join('\r\n')])

test('of a mail come its people, plain words, its time and what was attached', async () => {
  const mail = await readEml(
    eml(
      'From: =?UTF-8?B?5qKF6Zuo?= <mia@harbour.example>',
      'To: Team: rita@acme.example, otto@acme.example;',
      'Cc: nobody, boss@acme.example',
      'Subject: =?UTF-8?B?5oql5Lu3?=',
      'Date: Fri, 20 Nov 2026 09:30:00 +0100',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bye & thanks',
      '--c',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Bye &amp; thanks<script>alert(1)</script><img src="https://spy.example/x.png"></p>',
      '--c--',
      '--b',
      'Content-Type: text/plain; name=a.txt',
      'Content-Disposition: attachment; filename=a.txt',
      'Content-Transfer-Encoding: base64',
      '',
      'dGVuIHBlcmNlbnQ=',
      '--b--',
      '',
    ),
    now,
  )
  expect(mail).toMatchObject({
    from: { address: 'mia@harbour.example', name: '梅雨' },
    to: [{ address: 'rita@acme.example' }, { address: 'otto@acme.example' }],
    cc: [{ address: 'boss@acme.example' }],
    subject: '报价',
    at: '2026-11-20T08:30:00.000Z',
  })
  expect(mail?.text).toBe('Bye & thanks')
  expect(mail?.files.map(({ name }) => name)).toEqual(['a.txt'])
  expect(await mail?.files[0]?.text()).toBe('ten percent')
})

test('a mail without a date came now, and what names no sender is no mail', async () => {
  expect(await readEml(eml('From: a@b.example', '', 'Hi'), now)).toMatchObject({
    at: now,
    text: 'Hi',
    files: [],
  })
  expect(await readEml(new Blob(['just words']), now)).toBeUndefined()
})
