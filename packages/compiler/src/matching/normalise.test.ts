import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import type { MatchWay } from '@pipewright/metadata'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'

provideEngines(heavyEngines)

const same: readonly (readonly [MatchWay, readonly string[]])[] = [
  ['exact', ['A-1', ' A-1 ']],
  ['text', ['ＡＢＣ 12', 'abc  12', 'Abc 12']],
  ['text', ['華東集團', '华东集团']],
  [
    'company',
    ['华东机械有限公司', '華東機械股份有限公司', '华东机械（上海）有限公司', '华东机械', ' 华东机械集团 '],
  ],
  [
    'company',
    [
      'Acme Inc.',
      'ACME, Inc',
      'Acme Co., Ltd.',
      'acme gmbh',
      'Acme (China) Ltd',
      'Acme Holdings LLC',
      'ＡＣＭＥ',
    ],
  ],
  ['company', ['Müller & Söhne GmbH & Co. KG', 'Müller & Söhne']],
  ['person', ['Dr. John Smith', 'smith, john', 'John  SMITH']],
  ['person', ['张伟', '张伟先生', '張 偉']],
  ['person', ['José García', 'jose garcia']],
  [
    'phone',
    [
      '13800138000',
      '+86 138 0013 8000',
      '0086-138-0013-8000',
      '86 13800138000',
      '138 0013 8000 转 12',
      '１３８００１３８０００',
    ],
  ],
  ['phone', ['0571-88886666', '+8657188886666 ext. 123', '(0571) 8888 6666']],
  ['phone', ['+44 (0)20 7946 0018', '020 7946 0018', '+442079460018']],
  ['email', ['Ann@Example.org', 'mailto:ann@example.org', 'ann+news@example.org', ' ＡＮＮ@example.org']],
  ['email', ['a.n.n@gmail.com', 'ann@gmail.com']],
  ['domain', ['ann@mail.acme.com.cn', 'https://www.acme.com.cn/about', 'acme.com.cn']],
  ['web', ['https://www.Acme.com/', 'acme.com', 'http://acme.com:80/?utm=1']],
  ['sound', ['张伟', '章伟', '張瑋', 'Zhang Wei', 'zhang wei']],
  ['sound', ['森', '生', '深']],
]

test.each(same)('%s finds %s alike however it is written', (way, values) => {
  expect(new Set(values.map((value) => normalise(way, value))).size).toBe(1)
  expect(normalise(way, values[0] ?? '')).toBeDefined()
})

const other: readonly (readonly [MatchWay, string, string])[] = [
  ['company', '华东机械有限公司', '华南机械有限公司'],
  ['company', 'Acme Inc', 'Acme Tools Inc'],
  ['company', 'Cisco', 'Cis'],
  ['person', '张伟', '伟张'],
  ['phone', '13800138000', '13800138001'],
  ['email', 'ann@a.com', 'ann@b.com'],
  ['web', 'acme.com/one', 'acme.com/two'],
  ['sound', '张伟', '李伟'],
]

test.each(other)('%s tells %s and %s apart', (way, one, two) => {
  expect(normalise(way, one)).not.toBe(normalise(way, two))
})

test.each([
  ['phone', '12'],
  ['email', 'ann'],
  ['domain', 'ann@gmail.com'],
  ['domain', 'acme'],
  ['company', ' （） '],
  ['web', 'https://'],
] as const)('%s compares nothing by %j', (way, value) => {
  expect(normalise(way, value)).toBeUndefined()
})

test('a name that is nothing but a legal form is compared as it stands', () => {
  expect(normalise('company', '公司')).toBe('公司')
})

const ways: readonly MatchWay[] = [
  'exact',
  'text',
  'company',
  'person',
  'phone',
  'email',
  'domain',
  'web',
  'sound',
]
const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const names = fc.stringMatching(/^[A-Za-z0-9]{1,12}( [A-Za-z0-9]{1,12}){0,2}$/)

test('whatever is typed, no way to compare fails, and what it finds is short', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ways), fc.string({ unit: 'grapheme', maxLength: 400 }), (way, value) => {
      const found = normalise(way, value)
      expect(found === undefined || (found !== '' && [...found].length <= 120)).toBe(true)
    }),
  )
})

test('width, case and blanks around never tell names apart', () => {
  fc.assert(
    fc.property(fc.constantFrom<MatchWay>('text', 'company', 'person', 'sound'), names, (way, name) => {
      expect(normalise(way, ` ${wide(name.toUpperCase())} `)).toBe(normalise(way, name))
    }),
  )
})

test('what stands behind the name of a company never tells it apart', () => {
  const suffixes = fc.constantFrom(
    ' Ltd.',
    ', Inc.',
    ' GmbH',
    ' Co., Ltd',
    '有限公司',
    '股份有限公司',
    '（上海）有限公司',
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[b-z]{3,12}q$/), suffixes, (name, suffix) => {
      expect(normalise('company', name + suffix)).toBe(normalise('company', name))
    }),
  )
})

test('marks and the country code never tell phone numbers apart', () => {
  const mobile = fc.stringMatching(/^1[3-9][0-9]{9}$/)
  fc.assert(
    fc.property(
      mobile,
      fc.constantFrom('+86', '0086', '+86 (0)', '(+86)'),
      fc.constantFrom(' ', '-', ''),
      (number, code, mark) => {
        const written = `${code}${mark}${number.slice(0, 3)}${mark}${number.slice(3, 7)}${mark}${number.slice(7)}`
        expect(normalise('phone', written)).toBe(number)
      },
    ),
  )
})
