import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { searchTerms, soughtOf } from './grams.ts'
import { findMarks } from './read/find-marks.ts'
import { patternOf, spelledPattern } from './spelled.ts'

provideEngines(heavyEngines)
const name: Field = { type: 'text', key: 'name', label: { en: 'Name' } }

/** As the database finds it: narrowed by the index, decided by the text. */
function finds(text: string, search: string): boolean {
  const { _grams, _sought } = soughtOf([name], [text])
  const { terms, grams } = searchTerms(search)
  return (
    grams.every((gram) => _grams.includes(gram)) &&
    terms.every((term) => new RegExp(`${patternOf(term)}|${spelledPattern(term)}`).test(_sought))
  )
}

test.each([
  ['Thornleigh & Sons Ltd', 'Thornleigh & Sons Ltd'],
  ['A+B', '+'],
  ['华为技术有限公司', 'huawei'],
  ['华为技术有限公司', 'hw'],
  ['华为技术有限公司', 'hwjs'],
  ['华为技术有限公司', '华w'],
  ['华为技术有限公司', '华wei'],
  ['华为技术有限公司', 'h为'],
  ['华为技术有限公司', '技术 hw'],
  ['华为技术有限公司', 'ＨＵＡＷＥＩ'],
  ['华为技术有限公司', '華為'],
  ['華為技術', '华为'],
  ['華為技術', '華為'],
  ['重庆啤酒', 'chongqing'],
  ['3M中国', '3mzg'],
  ['云杉ABC', 'ysabc'],
  ['Solar Harbor 7', 'harb'],
])('%s is found by %s', (text, search) => {
  expect(finds(text, search)).toBe(true)
  expect(findMarks(text, search)).not.toEqual([])
})

test.each([
  ['华为技术', 'ua'],
  ['华为技术', 'hwsj'],
  ['华为技术', 'wh'],
  ['abc', 'ac'],
  ['Solar 华', 'rh'],
])('%s is not found by %s', (text, search) => {
  expect(finds(text, search)).toBe(false)
})

test.each<[string, string, [number, number][]]>([
  ['上海华为技术', 'hw', [[2, 4]]],
  ['上海华为技术', '华w', [[2, 4]]],
  ['Solar Harbor', 'har SOL', [[0, 3], [6, 9]]], // prettier-ignore
  ['138-1234-5678', '1381234', [[0, 8]]],
  ['云杉', 'zzz', []],
])('in %s, %s marks its place', (text, search, marks) => {
  expect(findMarks(text, search)).toEqual(marks)
})

test('what stands in another field is no part of a word', () => {
  const note: Field = { ...name, key: 'note' }
  const { _sought } = soughtOf([name, note], ['华', '为'])
  expect(new RegExp(spelledPattern('hw')).test(_sought)).toBe(false)
})
