import { elementsOf, itemKey } from '@pipewright/metadata'
import { aForm, anApp, aReport, aTextField } from '@pipewright/metadata/builders'
import type { Form, LayoutElement, PublicForm } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { compileApp } from '../app/compile-app.ts'
import { compilePublicPage, picturesOf } from './public-page.ts'

const told = { en: 'Ask Wang first' }
const plan = '01900000-0000-7000-8000-000000000001'
const cellar = '01900000-0000-7000-8000-000000000002'
const elements: LayoutElement[] = [
  { type: 'heading', key: 'about', text: { en: 'About you' } },
  { type: 'text', key: 'greet', html: { en: '<p>Hello {{name}}</p>' } },
  { type: 'text', key: 'told', html: { en: '<p>Worth {{secret}}, of {{owner}}</p>' } },
  { type: 'divider', key: 'asked', when: { '==': [{ var: 'secret' }, 'x'] } },
  { type: 'report', key: 'counted', report: 'deals' },
  { type: 'image', key: 'plan', file: plan },
  { type: 'image', key: 'cellar', file: cellar },
]

function pageOf(own: Partial<PublicForm>, form: Partial<Form> = {}) {
  const [about, ...others] = elements.map((element) => ({ element }))
  const deal = aForm({
    key: 'deal',
    fields: [aTextField(), aTextField({ key: 'secret' }), aTextField({ key: 'city' })],
    ...form,
  })
  const layout = {
    sections: [
      {
        key: 'main',
        columns: 1 as const,
        items: [about, { field: 'name' }, { field: 'secret' }, ...others, { field: 'city' }].filter(
          (item) => item !== undefined,
        ),
      },
    ],
  }
  const page: PublicForm = {
    key: 'page',
    label: { en: 'Page' },
    fields: [{ field: 'city' }, { field: 'name' }],
    ...own,
  }
  const app = anApp({
    forms: [{ ...deal, layout, publicForms: [page] }],
    reports: [aReport({ key: 'deals', form: 'deal' })],
  })
  const made = compilePublicPage(compileApp(app, 1), 'deal', 'page')
  if (made === undefined) throw new Error('there is a page')
  return made
}
const shownOn = (page: ReturnType<typeof pageOf>) =>
  page.shown.forms.flatMap((form) => form.layout.sections.flatMap(({ items }) => items.map(itemKey)))

test('a page shows the elements it lists, each before the listed field that follows it', () => {
  expect(shownOn(pageOf({ elements: ['plan', 'about', 'greet'] }))).toEqual([
    'greet',
    'plan',
    'city',
    'about',
    'name',
  ])
  expect(shownOn(pageOf({}))).toEqual(['city', 'name'])
})

test('what tells, asks for or counts anything that is not listed is not there, though it is named', () => {
  const page = pageOf({ elements: elements.map(({ key }) => key) })
  expect(page.shown.forms.flatMap(elementsOf).map(({ key }) => key)).toEqual([
    'greet',
    'plan',
    'cellar',
    'about',
  ])
  expect(JSON.stringify(page.shown)).not.toContain('secret')
})

test('only the pictures that a page shows can be fetched from it', () => {
  expect([...picturesOf(pageOf({ elements: ['plan'] }))]).toEqual([plan])
  expect([...picturesOf(pageOf({}))]).toEqual([])
})

test('layouts for members and words for a stage are not told to strangers', () => {
  const note = { element: { type: 'text' as const, key: 'note', html: { en: '<p>Give no discount</p>' } } }
  const page = pageOf(
    { fields: [{ field: 'name' }] },
    {
      layouts: [
        {
          key: 'phone',
          label: { en: 'On the road' },
          layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }, note] }] },
        },
      ],
      afterCreate: { message: { en: 'Call the boss' } },
      copyFields: ['name'],
    },
  )
  const told = JSON.stringify(page.shown)
  for (const words of ['discount', 'On the road', 'Call the boss', 'copyFields'])
    expect(told).not.toContain(words)
})

test('what members read above the fields is not told to strangers', () => {
  const made = pageOf({}, { description: told })
  expect(made.app.definition.forms[0]?.description).toEqual(told)
  expect(JSON.stringify(made.shown)).not.toContain(told.en)
})

test('a rule acts on a page, but its name and the examples it is tried on are not told', () => {
  const rule = {
    key: 'big_spenders',
    label: { en: 'Big spenders' },
    when: { '==': [{ var: 'city' }, 'Bern'] },
    effects: [{ type: 'require' as const, fields: ['name'] }],
    examples: [{ inputs: { city: 'Basel' }, applies: false }],
  }
  const { shown, app } = pageOf({}, { rules: [rule as never] })
  expect(shown.forms[0]?.rules).toEqual([
    { key: 'rule_1', label: { en: '1' }, when: rule.when, effects: rule.effects },
  ])
  expect(app.form('deal')?.form.rules?.[0]).toMatchObject({ label: { en: 'Big spenders' } })
})
