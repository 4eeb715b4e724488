import { ProblemError, type HistoryEvent, type Values } from '@pipewright/contract'
import type { Form, LayoutElement } from '@pipewright/schemas'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, fullRights, stageField } from '../testing/sample-app.ts'
import { aRecord, renderApp, type AppOptions } from '../testing/render-app.tsx'
import { RecordPage } from './record-page.tsx'
import type { RecordPageProps, RecordTab } from './record-page-props.ts'
import { RecordTimeline } from './timeline/record-timeline.tsx'
// Drawn on demand; loaded here so that no test waits for it.
import '../form/elements/element-view.tsx'

afterEach(cleanup)

const task = aForm([aTextField(), { type: 'relation', key: 'deal', label: { en: 'Deal' }, form: 'deal' }], {
  key: 'task',
  label: { en: 'Task' },
  labelPlural: { en: 'Tasks' },
})
const form = aForm([aTextField(), stageField, { type: 'text', key: 'reason', label: { en: 'Reason' } }], {
  stageField: 'stage',
  layout: {
    sections: [{ key: 'main', columns: 2, items: [{ field: 'name' }, { field: 'reason' }] }],
    keyFacts: ['reason'],
    related: [{ form: 'task', field: 'deal' }],
  },
})
const id = '01890000-0000-7000-8000-000000000001'
const record = aRecord(
  { id, title: 'Big deal', owner: 'me' },
  { name: 'Big deal', stage: 'open', reason: 'Because' },
)

const event = (id: string, changes: Partial<HistoryEvent>): HistoryEvent => ({
  id,
  at: '2026-11-21T03:00:00.000Z',
  kind: 'update',
  member: 'me',
  cause: { type: 'person' },
  changes: [],
  ...changes,
})
const events = [
  event('1', { changes: [{ field: 'stage', old: 'open', new: 'won' }] }),
  event('2', {
    changes: [
      { field: 'reason', old: null, new: 'x' },
      { field: 'name', old: 'a', new: 'b' },
    ],
  }),
  event('3', { kind: 'create', at: '2026-11-19T20:00:00.000Z', cause: { type: 'import' } }),
  event('4', {
    member: null,
    at: '2026-11-19T18:00:00.000Z',
    changes: [{ field: 'reason', old: 'x', new: null }],
  }),
]

const timeline = (
  <RecordTimeline
    form="deal"
    timeline={{
      entries: events.map((event) => ({ type: 'event' as const, event, about: null })),
      titles: {},
      loading: false,
      loadingMore: false,
      hasMore: false,
      onMore: () => undefined,
    }}
    drawComment={() => null}
    drawMail={() => null}
  />
)

function Opened(props: Partial<RecordPageProps>) {
  const [tab, setTab] = useState<RecordTab>(props.tab ?? 'details')
  return (
    <RecordPage
      form="deal"
      record={record}
      rights={fullRights(form)}
      onTab={setTab}
      onSave={() => Promise.resolve()}
      timeline={timeline}
      {...props}
      tab={tab}
    />
  )
}

function draw(props: Partial<RecordPageProps> = {}, options: Partial<AppOptions> = {}) {
  const saved: [Values, number][] = []
  const onSave = (values: Values, version: number) => {
    saved.push([values, version])
    return Promise.resolve()
  }
  renderApp({ forms: [form, task], ...options }, <Opened onSave={onSave} {...props} />)
  return saved
}

it('says who the record is and moves its stage by a click', async () => {
  const saved = draw()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Big deal')
  const stages = within(screen.getByRole('list', { name: 'Stages' }))
  expect(stages.getByRole('button', { current: 'step' }).textContent).toBe('Open')
  await userEvent.click(stages.getByRole('button', { name: 'Won' }))
  expect(saved).toEqual([[{ stage: 'won' }, 1]])
})

it('lets nobody change a locked record', () => {
  draw({ record: { ...record, locked_by: 'run' } })
  expect(screen.getByText('Locked while it is being approved')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Won' }).disabled).toBe(true)
})

it('tells history in sentences by day, in the zone of the reader', () => {
  draw({ tab: 'timeline' })
  const timeline = document.querySelector('.pw-timeline') as HTMLElement
  expect(
    within(timeline)
      .getAllByRole('heading')
      .map((heading) => heading.textContent),
  ).toEqual(['Today', 'Yesterday'])
  expect(timeline.textContent).toContain('Li Na changed Stage from Open to Won')
  expect(timeline.textContent).toContain('Li Na changed Reason and Name')
  expect(timeline.textContent).toContain('Name: a → b')
  expect(timeline.textContent).toContain('Li Na created this record · by import')
  expect(timeline.textContent).toContain('The system cleared Reason (was x)')
})

it('shows what points to the record and makes a new one that does', async () => {
  const made: Values[] = []
  const row = aRecord({ id: 't1', title: 'Call' }, { name: 'Call' })
  draw(
    { tab: 'related' },
    {
      data: {
        queryRecords: () => Promise.resolve({ rows: [row], next: null }),
        countRecords: () => Promise.resolve({ count: 120_000, exact: false }),
        createRecord: (_, values) => {
          made.push(values)
          return Promise.resolve(row)
        },
      },
    },
  )
  const tasks = within(await screen.findByRole('region', { name: 'Tasks' }))
  expect(await tasks.findByText('Call')).toBeTruthy()
  expect(await tasks.findByText('about 120,000')).toBeTruthy()
  await userEvent.click(tasks.getByRole('button', { name: 'Add Task' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Name'), 'Write')
  await userEvent.click(dialog.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(made).toEqual([{ name: 'Write', deal: id }]))
})

it('says what to do in the stage, how long it has lasted, and keeps what is ticked', async () => {
  const ticked: string[] = []
  const staged = {
    ...form,
    stages: [
      {
        key: 'open',
        next: [],
        days: 5,
        guidance: { en: 'Find out who decides.' },
        checklist: [
          { key: 'call', label: { en: 'Call the customer' }, required: true, days: 3 },
          { key: 'send', label: { en: 'Send the proposal' }, days: 10 },
        ],
      },
    ],
  }
  draw(
    { record: { ...record, stage_since: '2026-11-14T08:00:00.000Z' } },
    {
      forms: [staged, task],
      data: {
        setTick: (_, __, { item }) => {
          ticked.push(item)
          return Promise.resolve([
            { stage: 'open', item, member: 'me', name: 'Li Na', at: '2026-11-21T08:00:00.000Z' },
          ])
        },
      },
    },
  )
  const guide = within(screen.getByRole('region', { name: 'What to do in this stage' }))
  expect(guide.getByText(/7 days in this stage · 2 days overdue/)).toBeTruthy()
  expect(guide.getByText('Find out who decides.')).toBeTruthy()
  expect(guide.getByText(/^Was due .*17/)).toBeTruthy()
  expect(guide.getByText(/^Due .*24/)).toBeTruthy()
  const box = guide.getByRole<HTMLInputElement>('checkbox', { name: /Call the customer/ })
  await waitFor(() => expect(box.disabled).toBe(false))
  await userEvent.click(box)
  expect(ticked).toEqual(['call'])
  await waitFor(() => expect(box.checked).toBe(true))
  expect(guide.getByText(/Li Na/)).toBeTruthy()
  expect(guide.queryByText(/^Was due/)).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Won' }).disabled).toBe(true)
})

it('lists what a stage still asks for beside fields, and makes a related record in place', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'invalid' as const,
    errors: [
      {
        pointer: '/values/stage',
        code: 'stage-records',
        message: 'Won needs 1 of Tasks; there are 0.',
        params: { target: 'task', relation: 'deal' },
      },
      { pointer: '/values/reason', code: 'stage-field', message: 'Fill this in for Won.' },
    ],
  }
  draw({ onSave: () => Promise.reject(new ProblemError(problem as never)) })
  await userEvent.click(screen.getByRole('button', { name: 'Won' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Won needs 1 of Tasks; there are 0.')).toBeTruthy()
  expect(dialog.getByText('Fill this in for Won.')).toBeTruthy()
  expect(dialog.getByRole('button', { name: /Add Task/ })).toBeTruthy()
})

it('draws what the builder placed around the record, and keeps Enter in its search from saving the record', async () => {
  const elements: LayoutElement[] = [
    { type: 'figures', key: 'values', fields: ['reason'] },
    { type: 'relatedList', key: 'list', list: { form: 'task', field: 'deal' } },
    { type: 'tasks', key: 'todo', related: true },
    { type: 'files', key: 'attached' },
    { type: 'timeline', key: 'happened', related: true },
  ]
  const rows = Array.from({ length: 8 }, (_, at) => aRecord({ id: `t${at}`, title: `Call ${at}` }))
  const placed: Form = {
    ...form,
    layout: {
      sections: [
        { key: 'main', columns: 1, items: [{ field: 'name' }, ...elements.map((element) => ({ element }))] },
      ],
    },
  }
  const saved = draw(
    {
      parts: {
        tasks: (related) => <p>{related ? 'All tasks' : 'Own tasks'}</p>,
        files: (related) => <p>{related ? 'All files' : 'Own files'}</p>,
        timeline: (related) => <p>{related ? 'Timeline of all' : 'Own timeline'}</p>,
      },
    },
    {
      forms: [placed, task],
      data: {
        queryRecords: () => Promise.resolve({ rows, next: null }),
        countRecords: () => Promise.resolve({ count: rows.length, exact: true }),
      },
    },
  )
  expect(await screen.findByText('Because', { selector: 'dd *' })).toBeTruthy()
  expect(await screen.findByText('All tasks')).toBeTruthy()
  expect(await screen.findByText('Own files')).toBeTruthy()
  expect(await screen.findByText('Timeline of all')).toBeTruthy()
  const tasks = within(await screen.findByRole('region', { name: 'Tasks' }))
  expect(await tasks.findByText('Call 7')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Name'), '!')
  await userEvent.type(await tasks.findByRole('searchbox'), 'Call{Enter}')
  expect(saved).toEqual([])
})
