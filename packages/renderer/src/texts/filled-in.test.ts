import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { filledIn } from './filled-in.ts'
import { rendererNamespace } from './renderer-namespace.ts'
import { rendererTexts } from './renderer-texts.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Keys of all texts with what they say: "form.save". */
const flat = (tree: Tree, before = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as const] : flat(value, `${before}${key}.`),
  )

const names = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '')

describe('texts with parts to fill in', () => {
  it.each(['en', 'zh'] as const)('say in %s what i18next says', async (locale) => {
    const instance = i18next.createInstance()
    await instance.init({
      lng: locale,
      resources: { [locale]: { [rendererNamespace]: rendererTexts[locale] } },
    })
    const fixed = instance.getFixedT(locale, rendererNamespace)
    const differing: string[] = []
    let filled = 0
    for (const [key, text] of flat(rendererTexts[locale])) {
      if (names(text).includes('count')) continue
      const params = Object.fromEntries(names(text).map((name, at) => [name, at % 2 === 0 ? 12_345 : '<$&>']))
      const said = filledIn(text)?.(params)
      if (said === undefined || said === null) continue
      filled += 1
      if (said !== fixed(key, { ...params, interpolation: { escapeValue: false } })) differing.push(key)
    }
    expect(differing).toEqual([])
    expect(filled).toBeGreaterThan(100)
  })

  it('leaves formats, nested texts and open parts to i18next', () => {
    expect(filledIn('{{count, number}} rows')).toBeNull()
    expect(filledIn('$t(row) {{row}}')).toBeNull()
    expect(filledIn(undefined)).toBeNull()
    expect(filledIn('row {{row}}')?.({})).toBeNull()
    expect(filledIn('{{a}} and {{b}}')?.({ a: '{{b}}', b: 2 })).toBe('{{b}} and 2')
  })
})
