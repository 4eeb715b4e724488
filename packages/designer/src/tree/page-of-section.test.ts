import { aForm } from '@pipewright/metadata/builders'
import type { Layout } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { emptyPages, pageOfSection } from './page-of-section.ts'
import { addSectionEdit } from './section-edits.ts'

const section = (key: string, page?: string) => ({
  key,
  columns: 1,
  items: [],
  ...(page === undefined ? {} : { page }),
})
const pages = ['who', 'why', 'when'].map((key) => ({ key, label: { en: key } }))
const layout: Layout = { sections: [section('a'), section('b', 'why'), section('c', 'gone')], pages }

it('puts a section on the tab it names, and on the first when it names none or one that is gone', () => {
  expect(layout.sections.map((one) => pageOfSection(layout, one)?.key)).toEqual(['who', 'why', 'who'])
  expect(pageOfSection({ sections: layout.sections }, section('a', 'why'))).toBeUndefined()
})

it('knows the tabs that nothing stands on', () => {
  expect(emptyPages(layout).map(({ key }) => key)).toEqual(['when'])
  expect(emptyPages({ sections: layout.sections })).toEqual([])
})

it('adds a section to the tab of the one before it', () => {
  const form = { ...aForm(), layout: { ...layout, sections: layout.sections.slice(0, 2) } }
  expect(addSectionEdit(form).section).toMatchObject({ page: 'why' })
  expect(addSectionEdit(form, 1).section).not.toHaveProperty('page')
})
