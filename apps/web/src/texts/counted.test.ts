import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

test.each([
  ['en', en, 'selectedAbout', 'about 120,000', 'about 120,000 selected'],
  ['en', en, 'selected', '1,234', '1,234 selected'],
  ['zh', zh, 'selectedAbout', '约 12 万', '已选约 12 万条'],
  ['zh', zh, 'selected', '1,234', '已选 1,234 条'],
])(
  'in %s a number of records stands in its sentence as it is said',
  async (lng, web, key, count, expected) => {
    const texts = i18next.createInstance({ lng, resources: { [lng]: { web } } })
    await texts.init()
    expect(texts.t(key, { ns: 'web', count })).toBe(expected)
  },
)
