import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

const flat = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(texts).flatMap(([group, entries]) =>
    Object.entries(entries).map(([key, text]) => [`${group}.${key}`, text] as const),
  )
const marks = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .toSorted((a = '', b = '') => a.localeCompare(b))

/** Texts that are the same in both languages on purpose: formulas, values and signs. */
const same = new Set(['formula.placeholder', 'formula.part', 'rules.formulaPlaceholder'])

describe('texts of the designer', () => {
  const chinese = new Map(flat(zh))

  it.each(flat(en))('%s says the same in both languages', (key, english) => {
    const other = chinese.get(key) ?? ''
    expect(marks(other)).toEqual(marks(english))
    const isSame = same.has(key) || english.startsWith('{{')
    expect(isSame || /\p{Script=Han}/u.test(other)).toBe(true)
  })
})
