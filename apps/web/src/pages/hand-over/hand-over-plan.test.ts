import { expect, test } from 'vitest'
import { emptyForm, emptyPlan, handOverOf } from './hand-over-plan.ts'

const things = { forms: [], tasks: 2 }

test('conditions come before what is said of a form, and that before what is said of everything', () => {
  const plan = {
    ...emptyPlan,
    to: ['a'],
    forms: {
      deal: { to: ['b', 'c'], conditions: [{ filter: true, to: ['d'] }], fields: ['helper'] },
      lead: emptyForm,
    },
    reason: ' left ',
  }
  expect(handOverOf(plan, things)).toEqual({
    rules: [{ form: 'deal', filter: true, to: ['d'] }, { form: 'deal', to: ['b', 'c'] }, { to: ['a'] }],
    fields: { deal: ['helper'] },
    tasks: 'a',
    reason: 'left',
  })
})

test('nothing can begin while nobody takes over', () => {
  expect(handOverOf(emptyPlan, things)).toBeUndefined()
})
