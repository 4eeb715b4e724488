import { applyEdits } from '@pipewright/metadata'
import { aForm, aFormulaField, aNumberField, anApp, aTextField } from '@pipewright/metadata/builders'
import type { Edit, Form } from '@pipewright/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOrder, slotsOf } from './layout-places.ts'
import { inOrder, moveFieldsBy, moveFieldsTo, rangeOf, removeFieldsEdits, widthEdits } from './many-fields.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']

function aSplitForm(first: number): Form {
  const items = names.map((field) => ({ field }))
  const sections = [
    { key: 'first', columns: 2, items: items.slice(0, first) },
    { key: 'last', columns: 2, items: items.slice(first) },
  ]
  return { ...aForm({ fields: names.map((key) => aTextField({ key })) }), layout: { sections } }
}

function after(form: Form, edits: readonly Edit[]): Form {
  const result = applyEdits(anApp({ forms: [form] }), edits)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.definition.forms[0] ?? form
}

const split = fc.integer({ min: 0, max: 6 }).map(aSplitForm)
const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 })

describe('several fields at once', () => {
  it('move to any slot side by side, in their order, and no field is lost', () => {
    fc.assert(
      fc.property(split, some, fc.nat(), (form, fields, at) => {
        const slots = slotsOf(form.layout)
        const slot = slots[at % slots.length] ?? { section: 'first', index: 0 }
        const order = fieldOrder(after(form, moveFieldsTo(form, fields, slot)))
        expect(order.toSorted()).toEqual(names)
        const chosen = inOrder(form, fields)
        const start = order.indexOf(chosen[0] ?? '')
        expect(order.slice(start, start + chosen.length)).toEqual(chosen)
      }),
    )
  })

  it('go up and come back to the same order, once they stand side by side', () => {
    fc.assert(
      fc.property(split, some, (form, fields) => {
        const up = moveFieldsBy(form, fields, -1)
        if (up.length === 0) return
        const first = after(form, up)
        const again = moveFieldsBy(first, fields, -1)
        if (again.length === 0) return
        const back = after(after(first, again), moveFieldsBy(after(first, again), fields, 1))
        expect(back.layout).toEqual(first.layout)
      }),
    )
  })

  it('are taken away with those that use one another, in any order of choosing', () => {
    const form = aForm({
      fields: [
        aTextField({ key: 'name' }),
        aNumberField({ key: 'price' }),
        aFormulaField({ key: 'net', expression: { mul: [{ var: 'price' }, 2] } }),
      ],
    })
    const app = anApp({ forms: [form] })
    const published = { definition: app, seesAll: true }
    const edits = removeFieldsEdits(app, form, ['price', 'net'], published)
    expect(edits.map((edit) => 'field' in edit && edit.field)).toEqual(['net', 'price'])
    expect(fieldOrder(after(form, edits))).toEqual(['name'])
    expect('problems' in applyEdits(app, removeFieldsEdits(app, form, ['price'], published))).toBe(true)
  })

  it('take one width, and a range reaches from the first to the last chosen', () => {
    const form = aSplitForm(3)
    expect(widthEdits(form, ['b', 'a'], 2).map((edit) => 'field' in edit && edit.field)).toEqual(['a', 'b'])
    expect(widthEdits(form, ['a'], null)).toEqual([])
    expect(rangeOf(form, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(rangeOf(form, 'd', 'b')).toEqual(['d', 'c', 'b'])
  })
})
