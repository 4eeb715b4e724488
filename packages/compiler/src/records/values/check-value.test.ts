import type { Field } from '@pipewright/schemas'
import { compareDecimals } from '@pipewright/logic'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneEngine } from '../../phone/phone-engine.ts'
import { providePhoneNumbers } from '../../phone/phone-numbers.ts'
import type { FieldValue } from '../value.ts'
import { checkValue } from './index.ts'

providePhoneNumbers(phoneEngine)

const base = { key: 'f', label: { en: 'F' } }
const options = new Set(['a', 'b'])
const check = (field: Field, value: unknown, old?: FieldValue) => {
  const checked = checkValue(field, value, { pointer: '/values/f', options, old })
  return checked.ok
    ? checked.value
    : checked.issues.map((found) => `${found.code}@${found.pointer.slice('/values/f'.length)}`).join()
}

const money: Field = { ...base, type: 'money', currency: 'CNY', scale: 2 }
const limited: Field = { ...base, type: 'number', scale: 0, min: '1', max: '10' }
const text: Field = { ...base, type: 'text', maxLength: 3, minLength: 2 }
const rounded = (rounding: 'halfUp' | 'halfEven' | 'up' | 'down'): Field => ({ ...money, rounding })
const scanned: Field = { ...base, type: 'text', format: 'scan' }
const idCard: Field = { ...base, type: 'text', format: 'idCard' }
const postcode: Field = { ...base, type: 'text', format: 'postcode' }
const coded: Field = {
  ...base,
  type: 'text',
  format: 'pattern',
  pattern: '[A-Z]{2}-\\d+',
  patternMessage: { en: 'Like AB-1', zh: '如 AB-1' },
}
const month: Field = { ...base, type: 'date', precision: 'month' }
const year: Field = { ...base, type: 'date', precision: 'year' }
const time: Field = { ...base, type: 'time' }
const seconds: Field = { ...base, type: 'time', seconds: true }
const duration: Field = { ...base, type: 'duration', unit: 'minutes' }
const rating: Field = { ...base, type: 'rating', max: 3 }
const longText: Field = { ...base, type: 'longText' }
const date: Field = { ...base, type: 'date' }
const dateTime: Field = { ...base, type: 'dateTime' }
const email: Field = { ...base, type: 'email' }
const phone: Field = { ...base, type: 'phone' }
const chinese: Field = { ...phone, country: 'CN' }
const url: Field = { ...base, type: 'url' }
const choice: Field = { ...base, type: 'choice', options: [] }
const choices: Field = { ...base, type: 'multiChoice', options: [] }
const open: Field = { ...base, type: 'choice', options: [], other: true }
const openMany: Field = { ...base, type: 'multiChoice', options: [], other: true }
const tags: Field = { ...base, type: 'tags', maxTags: 3 }
const members: Field = { ...base, type: 'members' }
const department: Field = { ...base, type: 'department' }
const flag: Field = { ...base, type: 'yesNo' }
const relation: Field = { ...base, type: 'relation', form: 'account' }
const files: Field = { ...base, type: 'attachment', maxFiles: 1 }
const id = '01900000-0000-7000-8000-00000000000A'

const cases: readonly (readonly [
  name: string,
  field: Field,
  value: unknown,
  result: unknown,
  old?: FieldValue,
])[] = [
  ['tags as people write them', tags, [' hot ', 'VIP'], ['hot', 'VIP']],
  ['the same tag in another width or case once', tags, ['VIP', 'ｖｉｐ', 'vip'], ['VIP']],
  ['blank tags are none', tags, [' ', ''], null],
  ['too many tags', tags, ['a', 'b', 'c', 'd'], 'too-many@'],
  ['a tag of several lines', tags, ['a', 'b\nc'], 'bad-characters@/1'],
  ['tags are a list', tags, 'hot', 'wrong-type@'],
  ['several members, each once', members, [id, id.toLowerCase()], [id.toLowerCase()]],
  ['a member that is no id', members, [id, 'Ann'], 'no-such-member@/1'],
  ['a department', department, id, id.toLowerCase()],
  ['a department by name', department, 'Sales', 'no-such-department@'],
  ['an answer of one’s own', open, 'other: Magazine ', 'other:Magazine'],
  ['which needs words', open, 'other:  ', 'other-needs-text@'],
  ['and at most 200 of its characters', open, `other:${'x'.repeat(201)}`, 'too-long@'],
  ['where the field takes none', choice, 'other:Magazine', 'not-an-option@'],
  ['words without the mark are no option', open, 'Magazine', 'not-an-option@'],
  ['answers beside options', openMany, ['a', 'other:x', 'a'], ['a', 'other:x']],
  ['each at its place', openMany, ['a', 'other:', 'z'], 'other-needs-text@/1,not-an-option@/2'],
  ['exact decimals keep their scale', money, '1234.5', '1234.50'],
  ['whole numbers are taken', money, 7, '7.00'],
  ['a JSON number with two digits is exact', money, 0.1, '0.10'],
  ['more digits are refused, not rounded', money, '1.005', 'too-many-digits@'],
  ['zeros behind are no digits', money, '1.1000', '1.10'],
  ['a number too long for JSON must be text', money, Number('9007199254740993'), 'not-a-number@'],
  ['exponents are no plain numbers', money, '1e3', 'not-a-number@'],
  ['thousands marks are no plain numbers', money, '1,000', 'not-a-number@'],
  ['NaN is none', money, Number.NaN, 'not-a-number@'],
  ['text of digits is no boolean', money, true, 'wrong-type@'],
  ['18 digits fit', money, '999999999999999999.99', '999999999999999999.99'],
  ['19 do not', money, '1000000000000000000', 'too-big@'],
  ['negative zero is zero', money, '-0', '0.00'],
  ['below the minimum', limited, '0', 'too-small@'],
  ['above the maximum', limited, 11, 'too-big@'],
  ['half goes up', rounded('halfUp'), '2.345', '2.35'],
  ['half goes up, away from zero', rounded('halfUp'), '-2.345', '-2.35'],
  ['half goes to the even digit', rounded('halfEven'), '2.345', '2.34'],
  ['any digit goes up', rounded('up'), '-2.341', '-2.35'],
  ['further digits are cut', rounded('down'), '2.349', '2.34'],
  ['a scanned code loses the marks of the scanner', scanned, '\u001d01040063\r\n', '01040063'],
  ['a resident id', idCard, ' 11010519491231002x', '11010519491231002X'],
  ['a resident id whose check digit is wrong', idCard, '110105194912310021', 'bad-id-card@'],
  ['a resident id of a day that never was', idCard, '11010519490230002X', 'bad-id-card@'],
  ['a postcode', postcode, '３１００００', '310000'],
  ['five digits are no postcode', postcode, '31000', 'bad-postcode@'],
  ['what matches the pattern', coded, 'AB-12', 'AB-12'],
  ['what only holds a match', coded, 'xAB-12', 'not-in-pattern@'],
  ['a month', month, '2026-11', '2026-11-01'],
  ['the month of a day', month, '2026-11-21', '2026-11-01'],
  ['no month', month, '2026-13', 'bad-date@'],
  ['a year', year, '2026', '2026-01-01'],
  ['a time', time, '09:30', '09:30:00'],
  ['seconds that are not shown', time, '09:30:01', 'bad-time@'],
  ['seconds that are', seconds, '09:30:01', '09:30:01'],
  ['no time', time, '24:00', 'bad-time@'],
  ['minutes', duration, 90, '90'],
  ['a duration in words is for people', duration, '1h', 'bad-duration@'],
  ['half a minute', duration, '0.5', 'too-many-digits@'],
  ['less than nothing', duration, '-1', 'too-small@'],
  ['three stars', rating, 3, '3'],
  ['one star too many', rating, 4, 'too-big@'],
  ['no star is no rating', rating, 0, 'too-small@'],
  ['blanks around go', text, '  ab ', 'ab'],
  ['empty text is empty', text, '   ', null],
  ['null is empty', text, null, null],
  ['length counts people’s characters', text, '𠮷野家', '𠮷野家'],
  ['too long', text, 'abcd', 'too-long@'],
  ['too short', text, 'a', 'too-short@'],
  ['composed the same way', text, 'e\u0301e', 'ée'],
  ['NUL is refused', text, 'a\u0000', 'bad-characters@'],
  ['half a pair is refused', text, 'a\ud800', 'bad-characters@'],
  ['a line break is no line of text', text, 'a\nb', 'bad-characters@'],
  ['long text has line breaks, of one kind', longText, 'a\r\nb\rc', 'a\nb\nc'],
  ['numbers are no text', text, 12, 'wrong-type@'],
  ['a leap day', date, '2024-02-29', '2024-02-29'],
  ['no leap day', date, '2026-02-29', 'bad-date@'],
  ['other ways to write a day', date, '2026-1-5', 'bad-date@'],
  ['instants are answered in UTC', dateTime, '2026-11-21T16:00:00+08:00', '2026-11-21T08:00:00.000Z'],
  ['an instant needs its offset', dateTime, '2026-11-21T16:00:00', 'bad-instant@'],
  ['and a real day', dateTime, '2026-02-30T16:00:00Z', 'bad-instant@'],
  ['an address', email, 'a.b+c@example.co.uk', 'a.b+c@example.co.uk'],
  ['two at signs', email, 'a@b@example.com', 'bad-email@'],
  ['no host', email, 'a@localhost', 'bad-email@'],
  ['dots at the end', email, 'a.@example.com', 'bad-email@'],
  ['a phone number with its marks', phone, '+86 (571) 8888-6666', '+86 (571) 8888-6666'],
  ['wide digits', phone, '１３８００１３８０００', '13800138000'],
  ['an extension', phone, '0571-88886666 转 123', '0571-88886666 转 123'],
  ['words are no phone number', phone, 'call me', 'bad-phone@'],
  ['a mobile number of the country', chinese, '138-0013 8000', '+8613800138000'],
  ['a country code without plus', chinese, '86-13800138000', '+8613800138000'],
  ['a country code as it is dialled', chinese, '0086 138 0013 8000', '+8613800138000'],
  ['a number with area and extension', chinese, '（0571）88886666转123', '+8657188886666 ext. 123'],
  ['its own spelling', chinese, '+8657188886666 ext. 123', '+8657188886666 ext. 123'],
  ['a number from abroad', chinese, '+1 (212) 555-0100', '+12125550100'],
  ['a service number', chinese, '10086', '10086'],
  ['a freephone number', chinese, '400-800-8888', '+864008008888'],
  ['what was stored before there was a country', chinese, 'call Bob', 'call Bob', 'call Bob'],
  ['a digit too few', chinese, '1380013800', 'no-such-number@'],
  ['a country that there is not', chinese, '+999 1234567', 'no-such-number@'],
  ['a web address', url, 'https://例子.cn/路径?x=1', 'https://例子.cn/路径?x=1'],
  ['one without its scheme', url, 'example.com/a', 'https://example.com/a'],
  ['mail', url, 'mailto:a@b.cn', 'mailto:a@b.cn'],
  ['scripts are refused', url, 'javascript:alert(1)', 'bad-url@'],
  ['also disguised', url, 'JaVaScRiPt://x%0aalert(1)', 'bad-url@'],
  ['and documents within the address', url, 'data:text/html,<script>', 'bad-url@'],
  ['an option', choice, 'a', 'a'],
  ['none of the options', choice, 'c', 'not-an-option@'],
  ['one out of use may stay', choice, 'old', 'old', 'old'],
  ['prototype names are no options', choice, 'constructor', 'not-an-option@'],
  ['each option once', choices, ['a', 'b', 'a'], ['a', 'b']],
  ['no options is empty', choices, [], null],
  ['which option is wrong', choices, ['a', 'x'], 'not-an-option@/1'],
  ['options out of use may stay', choices, ['a', 'old'], ['a', 'old'], ['old']],
  ['true', flag, true, true],
  ['"true" is text', flag, 'true', 'wrong-type@'],
  ['an id', relation, id, id.toLowerCase()],
  ['no id', relation, "' or 1=1", 'no-such-record@'],
  ['files', files, [id], [id.toLowerCase()]],
  ['too many files', files, [id, id], 'too-many@'],
  ['a file reference by shape', files, [{ filepath: '/etc/passwd' }], 'no-such-file@/0'],
  [
    'calculated values are never written',
    { ...base, type: 'formula', expression: 1, resultType: 'number' },
    '1',
    'not-writable@',
  ],
  ['auto numbers neither', { ...base, type: 'autoNumber' }, 'Q-1', 'not-writable@'],
]

describe('values', () => {
  const named = cases.map(([name, field, value, result, old]) => ({ name, field, value, result, old }))
  test.each(named)('$name', ({ field, value, result, old }) => {
    expect(check(field, value, old)).toEqual(result)
  })

  test('whatever is sent is answered, and what is accepted is accepted again unchanged', () => {
    const fields: Field[] = [
      money,
      limited,
      text,
      longText,
      date,
      dateTime,
      email,
      phone,
      url,
      choice,
      choices,
      flag,
      relation,
      files,
      rounded('halfEven'),
      scanned,
      idCard,
      postcode,
      coded,
      month,
      year,
      time,
      duration,
      rating,
    ]
    const value = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
      fc.emailAddress(),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(fc.constantFrom<Field[]>(...fields), value, (field, sent) => {
        const first = checkValue(field, sent, { pointer: '', options })
        const again = first.ok ? checkValue(field, first.value, { pointer: '', options }) : first
        expect(again).toEqual(first)
      }),
    )
  })

  test('IN-08: an accepted decimal has the value that was sent', () => {
    const sent = fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(99))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
    fc.assert(
      fc.property(sent, (number) => {
        expect(compareDecimals(String(check(money, number)), number)).toBe(0)
      }),
    )
  })
})
