import type { Layout } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { placePages } from './form-pages.ts'

const section = (key: string, page?: string) => ({
  section: { key, columns: 1, items: [], ...(page === undefined ? {} : { page }) },
  items: [],
  fields: [],
})
const layout = (...pages: string[]): Layout => ({
  sections: [],
  pages: pages.map((key) => ({ key, label: { en: key } })),
})
const read = (pages: ReturnType<typeof placePages>) =>
  pages.map(({ page, sections }) => `${page.key}: ${sections.map((one) => one.section.key).join(' ')}`)

it('spreads sections over pages; what has no page of its own stands on the first', () => {
  const sections = [section('a'), section('b', 'two'), section('c', 'gone'), section('d', 'one')]
  expect(read(placePages(layout('one', 'two'), sections))).toEqual(['one: a c d', 'two: b'])
})

it('leaves pages out on which nothing can be seen', () => {
  expect(read(placePages(layout('one', 'two', 'three'), [section('b', 'two')]))).toEqual(['two: b'])
  expect(placePages({ sections: [] }, [section('a')])).toEqual([])
})
