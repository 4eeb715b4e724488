import type { Query } from '@pipewright/contract'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { ListLook } from '../../environment/renderer-environment.ts'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { narrowed } from './related-filter.ts'
import { RelatedList } from './related-list.tsx'

afterEach(cleanup)

const task = aForm([aTextField(), { type: 'relation', key: 'deal', label: { en: 'Deal' }, form: 'deal' }], {
  key: 'task',
  label: { en: 'Task' },
  labelPlural: { en: 'Tasks' },
})
const record = aRecord({ id: 'r1', title: 'Big deal' })
const own = { eq: [{ var: 'deal' }, 'r1'] }
const many = Array.from({ length: 45 }, (_, at) => aRecord({ id: `t${at}`, title: `Call ${at}` }, {}))

function draw(rows = many, pointing = task) {
  const asked: Query[] = []
  const opened: [string, ListLook][] = []
  renderApp(
    {
      forms: [aForm([aTextField()]), pointing],
      data: {
        queryRecords: (_, query) => {
          asked.push(query)
          const found = rows.filter(({ title }) => title.includes(query.search ?? ''))
          const from = Number(query.after ?? 0)
          const to = from + (query.limit ?? 0)
          return Promise.resolve({
            rows: found.slice(from, to),
            next: to < found.length ? String(to) : null,
          })
        },
        countRecords: (_, { search = '' }) =>
          Promise.resolve({
            count: rows.filter(({ title }) => title.includes(search)).length,
            exact: true,
          }),
      },
      changes: {
        listUrl: (form, look) => `/f/${form}?filter=${JSON.stringify(look.filter)}`,
        openList: (form, look) => opened.push([form, look]),
      },
    },
    <RelatedList list={{ form: 'task', field: 'deal' }} record={record} from="deal" />,
  )
  return { asked, opened }
}

const list = async () => within(await screen.findByRole('region', { name: 'Tasks' }))

it('shows all that is related portion by portion, and how many of how many', async () => {
  draw()
  const tasks = await list()
  expect(await tasks.findByText('20 of 45')).toBeTruthy()
  await userEvent.click(tasks.getByRole('button', { name: 'Show more' }))
  expect(await tasks.findByText('40 of 45')).toBeTruthy()
  await userEvent.click(tasks.getByRole('button', { name: 'Show more' }))
  expect(await tasks.findByText('Call 44')).toBeTruthy()
  await waitFor(() => expect(tasks.queryByRole('button', { name: 'Show more' })).toBeNull())
})

it('searches and sorts among what is related, and opens just that as a list', async () => {
  const { asked, opened } = draw()
  const tasks = await list()
  await userEvent.type(await tasks.findByRole('searchbox'), 'Call 44')
  await waitFor(() => expect(tasks.queryByText('Call 1')).toBeNull())
  expect(await tasks.findByText('Call 44')).toBeTruthy()
  await userEvent.click(tasks.getByRole('button', { name: /Name/ }))
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({
      filter: own,
      search: 'Call 44',
      sort: [{ field: 'name', direction: 'asc' }],
    }),
  )
  expect(tasks.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe('ascending')
  const open = tasks.getByRole('link', { name: 'Open Tasks as a list' })
  expect(open.getAttribute('href')).toContain('r1')
  await userEvent.click(open)
  expect(opened).toEqual([
    ['task', { filter: own, search: 'Call 44', sort: [{ field: 'name', direction: 'asc' }] }],
  ])
  await userEvent.clear(tasks.getByRole('searchbox'))
  await userEvent.type(tasks.getByRole('searchbox'), 'Nothing')
  expect(await tasks.findByText('None of these Tasks fit')).toBeTruthy()
})

it('is called what its relation is called from this side', async () => {
  const named = {
    type: 'relation' as const,
    key: 'deal',
    label: { en: 'Deal' },
    form: 'deal',
    reverseLabel: { en: 'To do' },
  }
  draw([], aForm([aTextField(), named], { key: 'task', label: { en: 'Task' }, labelPlural: { en: 'Tasks' } }))
  const todo = within(await screen.findByRole('region', { name: 'To do' }))
  expect(todo.getByRole('heading', { name: 'To do' })).toBeTruthy()
  expect(await todo.findByText('No To do yet')).toBeTruthy()
})

it('offers nothing to look for a few with', async () => {
  draw(many.slice(0, 3))
  const tasks = await list()
  expect(await tasks.findByText('Call 2')).toBeTruthy()
  expect(tasks.queryByRole('searchbox')).toBeNull()
})

test.each([
  [null, own],
  [{ eq: [{ var: 'a' }, 1] }, { and: [own, { eq: [{ var: 'a' }, 1] }] }],
  [{ and: [true, false] }, { and: [own, true, false] }],
  [{ or: [true, false] }, { and: [own, { or: [true, false] }] }],
])('conditions stand beside the relation in one group: %j', (further, expected) => {
  expect(narrowed(own, further)).toEqual(expected)
})

describe('on a phone', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('max-width'), media: query }))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('lists what is related one below the other, puts it in order, and leads there', async () => {
    const { asked } = draw()
    const tasks = await list()
    expect((await tasks.findByText('Call 0')).closest('li')).toBeTruthy()
    expect(tasks.queryByRole('table')).toBeNull()
    await userEvent.click(await tasks.findByRole('combobox', { name: 'Order' }))
    await userEvent.click(await screen.findByText('Name, descending'))
    await waitFor(() => expect(asked.at(-1)?.sort).toEqual([{ field: 'name', direction: 'desc' }]))
  })
})
