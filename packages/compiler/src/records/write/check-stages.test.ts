import { nobody } from '../../rules/writer.ts'
import type { Form } from '@pipewright/schemas'
import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import type { Actor } from '../../rights/actor.ts'
import type { RecordValues } from '../value.ts'
import { prepareWrite } from './prepare-write.ts'
import { RelatedRows } from './related.ts'
import type { RecordSystem } from './write-scene.ts'

const me = '01900000-0000-7000-8000-000000000001'
const id = '01900000-0000-7000-8000-0000000000c1'
const actor: Actor = {
  memberId: me,
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: ['rep'],
  admin: false,
  zone: 'UTC',
  locale: 'en',
}
const options = (...keys: string[]) => keys.map((key) => ({ key, label: { en: key } }))

const deal = (given: Partial<Form>) =>
  anApp({
    forms: [
      aForm({
        key: 'quote',
        fields: [
          aTextField(),
          aRelationField({ key: 'deal', form: 'deal' }),
          aRelationField({ key: 'parent', form: 'deal', reverseLabel: { en: 'Variants' } }),
        ],
      }),
      aForm({
        key: 'deal',
        stageField: 'stage',
        fields: [
          aTextField(),
          aTextField({ key: 'reason' }),
          aTextField({ key: 'manager_note' }),
          aTextField({ key: 'secret' }),
          aMoneyField({ key: 'amount' }),
          aChoiceField({ key: 'stage', options: options('new', 'offer', 'won', 'lost'), default: 'new' }),
          aChoiceField({ key: 'kind', options: options('sale', 'renewal') }),
          aLineItemsField({ key: 'items', fields: [aNumberField({ key: 'quantity' })] }),
        ],
        ...given,
      }),
    ],
    roles: [
      aRole({
        forms: [
          aRight({
            form: 'deal',
            actions: ['create', 'read', 'update'],
            write: ['name', 'reason', 'amount', 'stage', 'kind', 'items', 'items.quantity'],
            read: ['manager_note'],
          }),
        ],
      }),
    ],
  })

const system: RecordSystem = {
  id,
  owner: me,
  department: null,
  version: 1,
  created_at: '2026-11-01T00:00:00.000Z',
  created_by: me,
  updated_at: '2026-11-21T00:00:00.000Z',
  updated_by: me,
  deleted_at: null,
  locked_by: null,
  stage_since: '2026-11-01T00:00:00.000Z',
}

interface World {
  /** How many records each gate finds. */
  readonly count?: number
  readonly ticked?: readonly string[]
  readonly asSystem?: boolean
}

function write(given: Partial<Form>, old: RecordValues | null, values: RecordValues, world: World = {}) {
  const app = compileApp(deal(given), 1)
  const form = app.form('deal')
  const rights = app.rights(actor).forms['deal']
  if (form === undefined || rights === undefined) throw new Error('no form')
  const related = new RelatedRows()
  const scene = {
    app,
    form,
    rights: world.asSystem ? null : rights,
    locale: 'en' as const,
    writer: nobody,
    context: { now: '2026-11-21T00:00:00.000Z', today: '2026-11-21', zone: 'UTC', me },
    related,
  }
  const base = { name: 'A', items: [] }
  const request = {
    values,
    system,
    old: old === null ? null : { system, values: { ...base, ...old } },
    predicate: true as const,
  }
  for (;;) {
    const prepared = prepareWrite(scene, request)
    if (prepared.kind !== 'needs') return prepared
    const rows = [...prepared.needs].flatMap(([name, ids]) =>
      [...ids].map((each) => ({
        form: name,
        id: each,
        readable: true,
        values: { count: world.count ?? 0, ticked: world.ticked ?? [] },
      })),
    )
    related.add(prepared.needs, rows)
  }
}

function found(...args: Parameters<typeof write>): string[] {
  const prepared = write(...args)
  if (prepared.kind !== 'invalid') return [prepared.kind]
  return prepared.errors.map(({ pointer, code, params }) =>
    [pointer.replace('/values', ''), code, ...Object.values(params ?? {})].join(' '),
  )
}

const isBig = { when: { gt: [{ var: 'amount' }, 10] }, message: { en: 'Too small' } }

test.each<[string, Partial<Form>, RecordValues | null, RecordValues, World, string[]]>([
  [
    'a move that its stage allows',
    { stages: [{ key: 'new', next: ['offer'] }] },
    { stage: 'new' },
    { stage: 'offer' },
    {},
    ['ready'],
  ],
  [
    'a move that it does not',
    { stages: [{ key: 'new', next: ['offer'] }] },
    { stage: 'new' },
    { stage: 'won' },
    {},
    ['/stage stage-move new won offer'],
  ],
  [
    'a move out of a last stage',
    { stages: [{ key: 'won', next: [] }] },
    { stage: 'won' },
    { stage: 'new' },
    {},
    ['/stage stage-final won new '],
  ],
  [
    'a field that the next stage needs',
    { stages: [{ key: 'won', enter: { fields: ['reason', 'amount'] } }] },
    { stage: 'new' },
    { stage: 'won', amount: '5' },
    {},
    ['/reason stage-field won'],
  ],
  [
    'a field that this stage needs before it is left',
    { stages: [{ key: 'new', leave: { fields: ['reason'] } }] },
    { stage: 'new' },
    { stage: 'won' },
    {},
    ['/reason stage-field new'],
  ],
  [
    'a column in every row',
    { stages: [{ key: 'won', enter: { fields: ['items.quantity'] } }] },
    { stage: 'new' },
    { stage: 'won', items: [{ quantity: '1' }, {}] },
    {},
    ['/items/1/quantity stage-field won'],
  ],
  [
    'a field that somebody else fills in',
    { stages: [{ key: 'won', enter: { fields: ['manager_note'] } }] },
    { stage: 'new' },
    { stage: 'won' },
    {},
    ['/stage stage-needs won Manager note'],
  ],
  [
    'a field that may not be known of',
    { stages: [{ key: 'won', enter: { fields: ['secret'] } }] },
    { stage: 'new' },
    { stage: 'won' },
    {},
    ['/stage stage-needs-other won'],
  ],
  [
    'a condition, with its message',
    { stages: [{ key: 'won', enter: { conditions: [isBig] } }] },
    { stage: 'new' },
    { stage: 'won', amount: '10' },
    {},
    ['/stage refused Too small'],
  ],
  [
    'records of another form',
    { stages: [{ key: 'won', enter: { related: [{ form: 'quote', field: 'deal', min: 2 }] } }] },
    { stage: 'new' },
    { stage: 'won' },
    { count: 1 },
    ['/stage stage-records won Quotes 2 1 quote deal'],
  ],
  [
    'records of another form, as the relation names them',
    { stages: [{ key: 'won', enter: { related: [{ form: 'quote', field: 'parent', min: 2 }] } }] },
    { stage: 'new' },
    { stage: 'won' },
    { count: 1 },
    ['/stage stage-records won Variants 2 1 quote parent'],
  ],
  [
    'enough records of another form',
    { stages: [{ key: 'won', enter: { related: [{ form: 'quote', field: 'deal', min: 2 }] } }] },
    { stage: 'new' },
    { stage: 'won' },
    { count: 2 },
    ['ready'],
  ],
  [
    'an item that must be ticked',
    {
      stages: [
        {
          key: 'new',
          checklist: [
            { key: 'call', label: { en: 'Call' }, required: true },
            { key: 'mail', label: { en: 'Mail' } },
          ],
        },
      ],
    },
    { stage: 'new' },
    { stage: 'won' },
    { ticked: ['won.call'] },
    ['/stage stage-checklist new Call'],
  ],
  [
    'an item that was ticked',
    { stages: [{ key: 'new', checklist: [{ key: 'call', label: { en: 'Call' }, required: true }] }] },
    { stage: 'new' },
    { stage: 'won' },
    { ticked: ['new.call'] },
    ['ready'],
  ],
  [
    'everything that is missing, each by itself',
    { stages: [{ key: 'won', enter: { fields: ['reason', 'amount'], conditions: [isBig] } }] },
    { stage: 'new' },
    { stage: 'won' },
    {},
    ['/reason stage-field won', '/amount stage-field won', '/stage refused Too small'],
  ],
  [
    'a new record that begins behind a gate',
    { stages: [{ key: 'won', enter: { fields: ['reason'] } }] },
    null,
    { name: 'A', stage: 'won' },
    {},
    ['/reason stage-field won'],
  ],
  [
    'a record that stays where it is',
    { stages: [{ key: 'new', leave: { fields: ['reason'] } }] },
    { stage: 'new' },
    { amount: '5' },
    {},
    ['ready'],
  ],
  [
    'the system itself',
    { stages: [{ key: 'won', enter: { fields: ['reason'] } }] },
    { stage: 'new' },
    { stage: 'won' },
    { asSystem: true },
    ['ready'],
  ],
])('%s', (_, form, old, values, world, expected) => {
  expect(found(form, old, values, world)).toEqual(expected)
})

const routed: Partial<Form> = {
  pipelineField: 'kind',
  pipelines: [{ key: 'renewal', stages: ['offer', 'won'] }],
}

test('a record begins at the first stage of its pipeline, and cannot leave the pipeline', () => {
  const made = write(routed, null, { name: 'A', kind: 'renewal' })
  expect(made.kind === 'ready' && made.record.values['stage']).toBe('offer')
  const changed = write(routed, { stage: 'new', kind: 'sale' }, { kind: 'renewal' })
  expect(changed.kind === 'ready' && changed.record.values['stage']).toBe('offer')
  expect(found(routed, { stage: 'offer', kind: 'renewal' }, { stage: 'lost' })).toEqual([
    '/stage stage-elsewhere lost renewal',
  ])
  expect(found(routed, { stage: 'offer', kind: 'sale' }, { stage: 'lost' })).toEqual(['ready'])
})

test('the time in a stage begins when the record comes into it', () => {
  const moved = write({}, { stage: 'new' }, { stage: 'won' })
  const stayed = write({}, { stage: 'new' }, { amount: '5' })
  expect(moved.kind === 'ready' && moved.record.system.stage_since).toBe(system.updated_at)
  expect(stayed.kind === 'ready' && stayed.record.system.stage_since).toBe(system.stage_since)
})
