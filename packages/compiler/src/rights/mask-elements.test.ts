import { elementsOfLayout } from '@pipewright/metadata'
import { aForm, anApp, aReport, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
import type { LayoutElement, Section } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { compileRights } from './compile-rights.ts'
import { maskDefinition } from './mask-definition.ts'

const actor: Actor = {
  memberId: 'm',
  departmentId: 'd',
  departmentTree: ['d'],
  team: [],
  roles: ['rep'],
  admin: false,
  zone: 'UTC',
  locale: 'en',
}

/** What is left of a form for a rep, who may not read what is secret. */
function seen(...sections: Section[]) {
  const deal = aForm({ key: 'deal', fields: [aTextField(), aTextField({ key: 'secret' })] })
  const app = anApp({
    forms: [{ ...deal, layout: { sections } }, aForm({ key: 'pay' })],
    reports: [aReport({ key: 'pays', form: 'pay' }), aReport({ key: 'deals', form: 'deal' })],
    roles: [aRole({ forms: [aRight({ form: 'deal', read: ['name'], write: [] })] })],
  })
  return maskDefinition(app, compileRights(app, actor)).forms[0]?.layout
}
const section = (items: Section['items'], key = 'main'): Section => ({ key, columns: 1, items })
const name = { field: 'name' }

test('an element that tells, asks for or counts what one may not see is not there', () => {
  const elements: LayoutElement[] = [
    { type: 'text', key: 'open', html: { en: '<p>{{name}} by {{owner}}</p>' } },
    { type: 'text', key: 'told', html: { en: '<p>{{secret}}</p>' } },
    { type: 'divider', key: 'asked', when: { '==': [{ var: 'secret' }, 'x'] } },
    { type: 'report', key: 'counted', report: 'pays' },
    { type: 'report', key: 'own', report: 'deals' },
  ]
  const layout = seen(section([name, ...elements.map((element) => ({ element }))]))
  expect(layout && elementsOfLayout(layout).map(({ key }) => key)).toEqual(['open', 'own'])
})

test('a heading does not keep a section whose fields one may not see, a text does', () => {
  const heading = { element: { type: 'heading' as const, key: 'h', text: { en: 'Costs' } } }
  const text = { element: { type: 'text' as const, key: 't', html: { en: '<p>Ask Ann.</p>' } } }
  const layout = seen(
    section([name]),
    section([heading, { field: 'secret' }], 'gone'),
    section([text], 'guide'),
  )
  expect(layout?.sections.map(({ key }) => key)).toEqual(['main', 'guide'])
})

test('completeness asks for what one may see, and is gone where that is nothing', () => {
  const some: LayoutElement = { type: 'completeness', key: 'some', fields: ['secret', 'name'] }
  const none: LayoutElement = { type: 'completeness', key: 'none', fields: ['secret'] }
  const layout = seen(section([name, { element: some }, { element: none }]))
  expect(layout && elementsOfLayout(layout)).toEqual([{ ...some, fields: ['name'] }])
})
