import { applyEdits } from '@pipewright/metadata'
import { aForm, anApp, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
import type { Form } from '@pipewright/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOrder } from '../tree/layout-places.ts'
import { placeDrop, type SectionBox } from './place-drop.ts'

const names = ['a', 'b', 'c', 'd', 'e']

/** Two sections of two columns: a b / c, then d e. */
function aLayout(): Form {
  const form = aForm({ fields: names.map((key) => aTextField({ key })) })
  const items = (keys: string[]) => keys.map((field) => ({ field }))
  const sections = [
    { key: 'first', columns: 2, items: items(['a', 'b', 'c']) },
    { key: 'second', columns: 2, items: items(['d', 'e']) },
  ]
  return { ...form, layout: { sections } }
}

const cell = (position: number, column: number, top: number) => ({
  position,
  left: column * 200,
  right: column * 200 + 190,
  top,
  bottom: top + 50,
})
const boxes: SectionBox[] = [
  {
    section: 'first',
    left: 0,
    right: 400,
    top: 0,
    bottom: 130,
    items: [cell(0, 0, 10), cell(1, 1, 10), cell(2, 0, 70)],
  },
  {
    section: 'second',
    left: 0,
    right: 400,
    top: 150,
    bottom: 220,
    items: [cell(0, 0, 160), cell(1, 1, 160)],
  },
]
const form = aLayout()
const app = anApp({
  forms: [form],
  roles: [
    aRole({ key: 'rep', forms: [aRight({ write: names })] }),
    aRole({ key: 'reader', forms: [aRight({ actions: ['read'], write: [], read: names })] }),
    aRole({ key: 'stranger' }),
  ],
})

describe('placeDrop', () => {
  it.each([
    ['left half of a cell: before it', 'c', 20, 30, { section: 'first', index: 0 }],
    ['right half of a cell: behind it', 'c', 150, 30, { section: 'first', index: 1 }],
    ['beside the last cell of a section', 'a', 300, 95, { section: 'first', index: 2 }],
    ['another section', 'a', 210, 180, { section: 'second', index: 1 }],
    ['below everything', 'a', 10, 900, { section: 'second', index: 2 }],
    ['between two sections: the nearer one', 'd', 10, 134, { section: 'first', index: 3 }],
  ])('moves a field: %s', (_, field, x, y, place) => {
    const edits = placeDrop(app, form, { dragged: { kind: 'field', field }, x, y, boxes })
    expect(edits).toEqual([{ type: 'moveField', form: 'lead', field, ...place }])
  })

  it('makes no edit when a field is dropped where it stands', () => {
    for (const x of [20, 150])
      expect(placeDrop(app, form, { dragged: { kind: 'field', field: 'a' }, x, y: 30, boxes })).toEqual([])
  })

  it('adds a new field of a type with the rights of those who use the form', () => {
    const [edit] = placeDrop(app, form, { dragged: { kind: 'type', type: 'money' }, x: 20, y: 30, boxes })
    expect(edit).toMatchObject({
      type: 'addField',
      section: 'first',
      index: 0,
      write: ['rep'],
      read: ['reader'],
      field: { type: 'money', key: 'money' },
    })
  })

  it('moves all that is carried, side by side', () => {
    const dragged = { kind: 'field', field: 'd', fields: ['d', 'a'] } as const
    const edits = placeDrop(app, form, { dragged, x: 20, y: 900, boxes })
    const result = applyEdits(app, edits)
    expect('definition' in result && fieldOrder(result.definition.forms[0] ?? form)).toEqual([
      'b',
      'c',
      'e',
      'a',
      'd',
    ])
  })

  it('adds a standard field with its options from the library', () => {
    const dragged = { kind: 'library', entry: 'industry' } as const
    const [edit] = placeDrop(app, form, { dragged, x: 20, y: 30, boxes })
    expect(edit).toMatchObject({ type: 'addField', field: { key: 'industry', type: 'choice' }, index: 0 })
  })

  it('moves a section above and below others', () => {
    const drop = (section: string, y: number) =>
      placeDrop(app, form, { dragged: { kind: 'section', section }, x: 0, y, boxes })
    expect(drop('second', 5)).toEqual([{ type: 'moveSection', form: 'lead', section: 'second', index: 0 }])
    expect(drop('first', 500)).toEqual([{ type: 'moveSection', form: 'lead', section: 'first', index: 1 }])
    expect(drop('first', 5)).toEqual([])
  })

  it('always makes an edit that fits and loses no field, wherever the pointer is', () => {
    const coordinate = fc.integer({ min: -500, max: 1000 })
    fc.assert(
      fc.property(fc.constantFrom(...names), coordinate, coordinate, (field, x, y) => {
        const edits = placeDrop(app, form, { dragged: { kind: 'field', field }, x, y, boxes })
        const result = applyEdits(app, edits)
        if ('problems' in result) throw new Error('the edit does not fit')
        expect(fieldOrder(result.definition.forms[0]!).toSorted()).toEqual(names)
      }),
    )
  })
})
