import { expect, test } from 'vitest'
import { mailtoOf } from './mailto-of.ts'

const draft = { to: ['a@b.example'], cc: [], subject: '', text: '' }

test.each([
  [draft, 'mailto:a%40b.example'],
  [{ ...draft, to: ['a@b.example', 'c@d.example'] }, 'mailto:a%40b.example,c%40d.example'],
  [{ ...draft, subject: 'Q&A' }, 'mailto:a%40b.example?subject=Q%26A'],
  [
    { ...draft, cc: ['c?bcc=x@d.example'], text: '您好\nx' },
    'mailto:a%40b.example?cc=c%3Fbcc%3Dx%40d.example&body=%E6%82%A8%E5%A5%BD%0D%0Ax',
  ],
  [{ ...draft, text: 'x'.repeat(2000) }, 'mailto:a%40b.example'],
])('of %o the program of the device opens %s', (of, address) => {
  expect(mailtoOf(of)).toBe(address)
})
