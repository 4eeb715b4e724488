import type { Workflow } from '@pipewright/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, type Run, type RunContext, type RunEvent } from './index.ts'

const workflow: Workflow = {
  key: 'discount',
  form: 'quote',
  label: { en: 'Submit' },
  when: { var: 'ready' },
  steps: [
    { key: 'manager', label: { en: 'Manager' }, when: { var: 'big' }, approver: { type: 'ownersManager' } },
    {
      key: 'finance',
      label: { en: 'Finance' },
      when: { var: 'huge' },
      approver: { type: 'role', role: 'finance' },
    },
  ],
  onStart: { status: 'in_approval' },
  onApproved: { status: 'approved' },
  onRejected: { status: 'rejected' },
  onWithdrawn: { status: 'draft' },
}
const about = (facts: Record<string, boolean>, people: Record<string, string[]> = {}): RunContext => ({
  holds: (condition) => facts[(condition as { var: string }).var] === true,
  approversOf: (approver) =>
    people[approver.type] ??
    { ownersManager: ['boss'], role: ['ann', 'bob', 'ann'] }[approver.type as 'role'] ??
    [],
})
const submit: RunEvent = { type: 'submit', by: 'rep', at: 't0', comment: 'please' }
const decide = (step: string, by: string, decision: 'approve' | 'reject' = 'approve'): RunEvent => ({
  type: 'decide',
  step,
  by,
  decision,
  at: 't1',
  comment: 'c',
})

function started(facts: Record<string, boolean>): Run {
  const answer = advance(workflow, null, submit, about({ ready: true, ...facts }))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.run
}

describe('submitting', () => {
  test('is refused while the condition does not hold', () => {
    expect(advance(workflow, null, submit, about({}))).toEqual({
      ok: false,
      refusal: { code: 'condition-not-met' },
    })
  })
  test('approves at once when no step is needed', () => {
    const answer = advance(workflow, null, submit, about({ ready: true }))
    expect(answer).toMatchObject({
      ok: true,
      run: { state: 'approved', steps: [{ state: 'skipped' }, { state: 'skipped' }] },
    })
    expect(answer.ok && answer.effects.at(-1)).toEqual({ type: 'unlock' })
    expect(answer.ok && answer.effects).toContainEqual({ type: 'setValues', values: { status: 'approved' } })
  })
  test('locks the record and asks the first approver', () => {
    const answer = advance(workflow, null, submit, about({ ready: true, big: true }))
    expect(answer.ok && answer.effects).toEqual([
      { type: 'lock' },
      { type: 'setValues', values: { status: 'in_approval' } },
      { type: 'openTask', step: 'manager', approvers: ['boss'] },
    ])
  })
  test('is refused while a run is open', () => {
    expect(advance(workflow, started({ big: true }), submit, about({ ready: true }))).toMatchObject({
      refusal: { code: 'already-running' },
    })
  })
  test('is refused when nobody can decide', () => {
    expect(advance(workflow, null, submit, about({ ready: true, big: true }, { ownersManager: [] }))).toEqual(
      { ok: false, refusal: { code: 'no-approver', step: 'manager' } },
    )
  })
})

describe('deciding', () => {
  test('goes to the next step and counts a person once', () => {
    const answer = advance(workflow, started({ big: true }), decide('manager', 'boss'), about({ huge: true }))
    expect(answer.ok && answer.effects).toEqual([
      { type: 'closeTask', step: 'manager' },
      { type: 'openTask', step: 'finance', approvers: ['ann', 'bob'] },
    ])
  })
  test('ends with the first refusal', () => {
    const answer = advance(
      workflow,
      started({ big: true }),
      decide('manager', 'boss', 'reject'),
      about({ huge: true }),
    )
    expect(answer).toMatchObject({
      ok: true,
      run: { state: 'rejected', steps: [{ decidedBy: 'boss', comment: 'c' }] },
    })
    expect(answer.ok && answer.effects.at(-1)).toEqual({ type: 'unlock' })
  })
  test('is for the approvers of the waiting step alone', () => {
    const run = started({ big: true })
    expect(advance(workflow, run, decide('manager', 'rep'), about({}))).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(advance(workflow, run, decide('finance', 'ann'), about({}))).toMatchObject({
      refusal: { code: 'already-decided' },
    })
  })
  test('comes too late after a withdrawal', () => {
    const withdrawn = advance(
      workflow,
      started({ big: true }),
      { type: 'withdraw', by: 'rep', at: 't', comment: '' },
      about({}),
    )
    if (!withdrawn.ok) throw new Error('refused')
    expect(withdrawn.effects).toContainEqual({ type: 'setValues', values: { status: 'draft' } })
    expect(advance(workflow, withdrawn.run, decide('manager', 'boss'), about({}))).toMatchObject({
      refusal: { code: 'already-decided' },
    })
  })
})

test('only the one who submitted may withdraw', () => {
  expect(
    advance(
      workflow,
      started({ big: true }),
      { type: 'withdraw', by: 'boss', at: 't', comment: '' },
      about({}),
    ),
  ).toMatchObject({ refusal: { code: 'not-allowed' } })
})

test('whatever happens, an open run has exactly one waiting step and an ended one none', () => {
  const event = fc.oneof(
    fc.constant(submit),
    fc.record({
      type: fc.constant('withdraw' as const),
      by: fc.constantFrom('rep', 'boss'),
      at: fc.constant('t'),
      comment: fc.constant(''),
    }),
    fc
      .tuple(
        fc.constantFrom('manager', 'finance'),
        fc.constantFrom('boss', 'ann', 'rep'),
        fc.constantFrom('approve' as const, 'reject' as const),
      )
      .map(([step, by, decision]) => decide(step, by, decision)),
  )
  const facts = fc.record({ ready: fc.boolean(), big: fc.boolean(), huge: fc.boolean() })
  fc.assert(
    fc.property(fc.array(fc.tuple(event, facts), { maxLength: 12 }), (events) => {
      let run: Run | null = null
      for (const [next, known] of events) {
        const answer = advance(workflow, run, next, about(known))
        if (!answer.ok) continue
        run = answer.run
        const waiting = run.steps.filter((step) => step.state === 'waiting')
        expect(waiting).toHaveLength(run.state === 'open' ? 1 : 0)
        expect(answer.effects.filter((effect) => effect.type === 'unlock')).toHaveLength(
          run.state === 'open' ? 0 : 1,
        )
      }
    }),
  )
})
