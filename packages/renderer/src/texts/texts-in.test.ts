import i18next from 'i18next'
import { expect, it } from 'vitest'
import { textsIn } from './texts-in.ts'

it('writes large counts with separators', async () => {
  const instance = i18next.createInstance()
  await instance.init({
    lng: 'en',
    resources: { en: { r: { take: 'Take over {{count, number}} rows of {{name}}' } } },
  })
  const t = textsIn(instance, 'en', 'r')
  expect(t('take', { count: 12_345, name: '<a>' })).toBe('Take over 12,345 rows of <a>')
})
