import { expect, test } from 'vitest'
import { cleanMail, mailIssues, type NewMail } from './check-mail.ts'

const mail: NewMail = { to: ['a@b.example'], cc: [], subject: 'Offer', text: 'Hello', files: [], next: null }
const found = (changes: Partial<NewMail>) =>
  mailIssues({ ...mail, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`)

test.each<[Parameters<typeof found>[0], string[]]>([
  [{}, []],
  [{ to: [] }, ['/to required']],
  [{ to: ['a@b.example\r\nBcc: c@d.example'] }, ['/to/0 bad-email']],
  [{ to: ['a@b.example', 'c@d.example, e@f.example'] }, ['/to/1 bad-email']],
  [{ cc: ['<a@b.example>'] }, ['/cc/0 bad-email']],
  [{ subject: 'Offer\r\nBcc: c@d.example' }, ['/subject bad-characters']],
  [{ subject: 'Offer\u0085x' }, ['/subject bad-characters']],
  [{ subject: 'Offer \u202Efdp' }, ['/subject bad-characters']],
  [{ subject: '' }, ['/subject required']],
  [{ text: '' }, ['/text required']],
  [{ text: 'a\0b' }, ['/text bad-characters']],
  [{ to: Array.from({ length: 21 }, (_, at) => `a${at}@b.example`) }, ['/to too-many']],
])('of %o is wrong: %j', (changes, wrong) => {
  expect(found(changes)).toEqual(wrong)
})

test('an address is written to once, and a text has one sort of line break', () => {
  const clean = cleanMail({
    ...mail,
    to: ['A@b.example', 'a@B.example'],
    cc: ['a@b.example'],
    text: ' x\r\ny ',
  })
  expect(clean).toMatchObject({ to: ['A@b.example'], cc: [], text: 'x\ny' })
})
