import { expect, test } from 'vitest'
import { emptyForm, emptyPlan, handOverOf } from './hand-over-plan.ts'

const own = { tasks: 3, sharedViews: 0, privateViews: 1, follows: 1, favourites: 0 }
const things = { forms: [], tasks: 2, own }

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
    own: { to: 'a', what: ['tasks'] },
    reason: 'left',
  })
})

test('what a member has for himself goes along as far as it is there and chosen, to whom is named', () => {
  const plan = { ...emptyPlan, to: ['a', 'b'], ownTo: 'b', own: ['tasks', 'follows', 'favourites'] as const }
  expect(handOverOf(plan, things)?.own).toEqual({ to: 'b', what: ['tasks', 'follows'] })
  expect(handOverOf({ ...plan, own: [] }, things)?.own).toBeUndefined()
})

test('nothing can begin while nobody takes over', () => {
  expect(handOverOf(emptyPlan, things)).toBeUndefined()
})
