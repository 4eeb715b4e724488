import type { Form, FormLayout } from '@pipewright/schemas'
import { describe, expect, test } from 'vitest'
import { aChoiceField, aForm, aRole, aSalesApp, aTextField } from './builders.ts'
import { checkDefinition } from './check/check-definition.ts'
import {
  chooseLayout,
  choosePrintLayout,
  requiredOffLayout,
  withLayout,
  type LayoutScene,
} from './further-layouts.ts'

const layout = { sections: [{ key: 'main', columns: 1 as const, items: [{ field: 'name' }] }] }
const further = (key: string, more: Partial<FormLayout> = {}): FormLayout => ({
  key,
  label: { en: key },
  layout,
  ...more,
})
const stage = aChoiceField({ key: 'stage' })
const kind = aChoiceField({ key: 'kind' })

const deal = (...layouts: FormLayout[]): Form => ({
  ...aForm({ fields: [aTextField(), stage, kind] }),
  layout: {
    sections: [{ key: 'main', columns: 2, items: ['name', 'stage', 'kind'].map((field) => ({ field })) }],
  },
  stageField: 'stage',
  typeField: 'kind',
  layouts,
})

const scene = (more: Partial<LayoutScene> = {}): LayoutScene => ({
  roles: ['rep'],
  device: 'desktop',
  isNew: false,
  values: { stage: 'open', kind: 'renewal' },
  ...more,
})

describe('the layout that is used', () => {
  test.each<[string, FormLayout[], Partial<LayoutScene>, string | null]>([
    ['is the standard one when there is no other', [], {}, null],
    ['is the first that fits', [further('a', { roles: ['boss'] }), further('b'), further('c')], {}, 'b'],
    ['may ask for one of several roles', [further('a', { roles: ['boss', 'rep'] })], {}, 'a'],
    ['asks nothing by an empty list', [further('a', { roles: [] })], {}, 'a'],
    ['follows the stage', [further('a', { stages: ['won'] }), further('b', { stages: ['open'] })], {}, 'b'],
    ['follows the record type', [further('a', { types: ['renewal'] })], {}, 'a'],
    [
      'is not one for a type while none is chosen',
      [further('a', { types: ['renewal'] })],
      { values: {} },
      null,
    ],
    ['follows the device', [further('a', { device: 'phone' })], {}, null],
    ['follows the device, on a phone', [further('a', { device: 'phone' })], { device: 'phone' }, 'a'],
    ['may be for new records only', [further('a', { records: 'new' })], {}, null],
    ['may be for new records', [further('a', { records: 'new' })], { isNew: true }, 'a'],
    ['has to fit in every respect', [further('a', { roles: ['rep'], stages: ['won'] })], {}, null],
    ['is never one for paper', [further('a', { print: true })], {}, null],
  ])('%s', (_, layouts, more, expected) => {
    expect(chooseLayout(deal(...layouts), scene(more))).toBe(expected)
  })

  test('on paper is the first for paper that fits', () => {
    const layouts = [
      further('a'),
      further('b', { print: true, types: ['new'] }),
      further('c', { print: true }),
    ]
    expect(choosePrintLayout(deal(...layouts), scene())).toBe('c')
    expect(choosePrintLayout(deal(further('a')), scene())).toBeNull()
  })

  test('stands in for the standard one; one that is gone leaves that in force', () => {
    const form = deal(further('a'))
    expect(withLayout(form, 'a').layout).toBe(layout)
    expect(withLayout(form, 'gone')).toBe(form)
    expect(withLayout(form, null)).toBe(form)
  })
})

test('required fields without a place and a default are named', () => {
  const form = {
    ...deal(),
    fields: [
      aTextField(),
      aTextField({ key: 'must', required: true }),
      aTextField({ key: 'filled', required: true, default: 'x' }),
      aTextField({ key: 'may' }),
    ],
  }
  expect(requiredOffLayout(form, layout)).toEqual(['must'])
})

test.each<[string, Partial<Form>, string[]]>([
  [
    'twice the same field',
    {
      layouts: [
        further('a', {
          layout: { sections: [{ key: 'm', columns: 1, items: [{ field: 'name' }, { field: 'name' }] }] },
        }),
      ],
    },
    ['twice-in-layout'],
  ],
  ['twice the same key', { layouts: [further('a'), further('a')] }, ['duplicate-key']],
  ['a role that is not there', { layouts: [further('a', { roles: ['nobody'] })] }, ['unknown-role']],
  ['types without a type field', { layouts: [further('a', { types: ['won'] })] }, ['layout-never-fits']],
  [
    'a field that is not there',
    {
      layouts: [
        further('a', { layout: { sections: [{ key: 'm', columns: 1, items: [{ field: 'gone' }] }] } }),
      ],
    },
    ['unknown-field'],
  ],
  [
    'what every record has by itself',
    {
      layouts: [
        further('a', {
          layout: {
            sections: [{ key: 'm', columns: 1, items: [{ field: 'owner' }, { field: 'created_at' }] }],
          },
        }),
      ],
    },
    [],
  ],
  [
    'what people do not know of a record',
    {
      layouts: [
        further('a', { layout: { sections: [{ key: 'm', columns: 1, items: [{ field: 'version' }] }] } }),
      ],
    },
    ['unsuitable-field'],
  ],
])('a further layout is checked: %s', (_, changes, codes) => {
  const form = { ...aForm({ key: 'task' }), ...changes }
  const app = { ...aSalesApp(), roles: [aRole({ key: 'rep' })] }
  const definition = { ...app, forms: [...app.forms.filter(({ key }) => key !== 'task'), form] }
  const before = new Set(
    checkDefinition({ ...app, forms: [...app.forms, aForm({ key: 'task' })] }).map(({ code }) => code),
  )
  const found = checkDefinition(definition).map(({ code }) => code)
  expect(found.filter((code) => !before.has(code))).toEqual(codes)
})
