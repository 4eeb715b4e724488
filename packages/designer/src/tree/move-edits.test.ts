import { applyEdit } from '@pipewright/metadata'
import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import type { AppDefinition, Edit, Form } from '@pipewright/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOrder, slotBehind, slotsOf } from './layout-places.ts'
import { moveFieldBy, moveFieldTo, moveFieldToSection, moveSectionBy } from './move-edits.ts'

const names = ['a', 'b', 'c', 'd', 'e']

function aSplitForm(first: number): Form {
  const items = names.map((field) => ({ field }))
  const sections = [
    { key: 'first', columns: 2, items: items.slice(0, first) },
    { key: 'empty', columns: 1, items: [] },
    { key: 'last', columns: 2, items: items.slice(first) },
  ]
  return { ...aForm({ fields: names.map((key) => aTextField({ key })) }), layout: { sections } }
}

const formAfter = (form: Form, edit: Edit): Form => {
  const app: AppDefinition = anApp({ forms: [form] })
  const result = applyEdit(app, edit)
  if ('problems' in result) throw new Error('the edit does not fit')
  return result.definition.forms[0]!
}
const split = fc.integer({ min: 0, max: 5 }).map(aSplitForm)
const name = fc.constantFrom(...names)

describe('moving fields', () => {
  it('up after down comes back to the same order', () => {
    fc.assert(
      fc.property(split, name, (form, field) => {
        const down = moveFieldBy(form, field, 1)
        if (down === null) return
        const moved = formAfter(form, down)
        const up = moveFieldBy(moved, field, -1)
        expect(up).not.toBeNull()
        expect(fieldOrder(formAfter(moved, up!))).toEqual(fieldOrder(form))
      }),
    )
  })

  it('reaches every slot of the layout, and only the two beside it change nothing', () => {
    fc.assert(
      fc.property(split, name, (form, field) => {
        const edits = slotsOf(form.layout).map((slot) => moveFieldTo(form, field, slot))
        expect(edits.filter((edit) => edit === null)).toHaveLength(2)
        for (const edit of edits) if (edit !== null) formAfter(form, edit)
      }),
    )
  })

  it('goes through an empty section on its way', () => {
    const edit = moveFieldBy(aSplitForm(2), 'b', 1)
    expect(edit).toEqual({ type: 'moveField', form: 'lead', field: 'b', section: 'empty', index: 0 })
  })

  it('stops at both ends', () => {
    expect(moveFieldBy(aSplitForm(5), 'a', -1)).toBeNull()
    expect(moveFieldBy(aSplitForm(0), 'e', 1)).toBeNull()
    expect(moveSectionBy(aSplitForm(2), 'first', -1)).toBeNull()
    expect(moveSectionBy(aSplitForm(2), 'last', 1)).toBeNull()
  })

  it('moves to the end of a section, not to where it is', () => {
    const form = aSplitForm(2)
    expect(moveFieldToSection(form, 'a', 'last')).toMatchObject({ section: 'last', index: 3 })
    expect(moveFieldToSection(form, 'b', 'first')).toBeNull()
  })
})

describe('the place of a new field', () => {
  it('is behind the selected field, at the end of the selected section, else at the very end', () => {
    const { layout } = aSplitForm(2)
    expect(slotBehind(layout, { field: 'a' })).toEqual({ section: 'first', index: 1 })
    expect(slotBehind(layout, { section: 'first' })).toEqual({ section: 'first', index: 2 })
    expect(slotBehind(layout, {})).toEqual({ section: 'last', index: 3 })
  })
})
