import { listColumns, negotiating } from '../world/bench-form.ts'
import { factsOfChange, factsOfFigures, factsOfPage, factsOfRecord, factsOfValues } from './facts.ts'
import type { Place, Request, Workload } from './workload.ts'

const at = ({ workspace }: Place, rest: string) => `/api/w/${workspace}/forms/opportunity/${rest}`
const nth = (list: readonly string[], number: number) => list[number % list.length] ?? ''
const post = (path: string, body: unknown): Request => ({ method: 'POST', path, body: JSON.stringify(body) })
const byAmount = { columns: listColumns, limit: 50, sort: [{ field: 'amount', direction: 'desc' }] }

const values = (place: Place, number: number) => ({
  name: `New deal ${number}`,
  account: nth(place.seeded.accounts, number),
  stage: 'new',
  amount: '1234.50',
  probability: '20',
  close_date: '2026-12-24',
  source: 'website',
  next_step: 'Call back',
  description: 'Asked for an offer.',
  priority: 'high',
  contact_name: 'Li Wei',
  phone: '+86 571 5550 0100',
  email: 'li.wei@example.com',
  website: 'https://example.com',
  region: 'East',
  budget: '5000.00',
  score: '10',
  is_key: true,
  met_at: '2026-11-01T08:00:00.000Z',
  tags: ['hot'],
})

const search = (text: string): Workload => ({
  name: `search “${text}”`,
  facts: factsOfPage,
  pipewright: (place) => post(at(place, 'query'), { columns: listColumns, limit: 50, search: text }),
  handWritten: () => post('/list', { search: text }),
})

export const workloads: readonly Workload[] = [
  {
    name: 'create a validated record',
    facts: factsOfValues,
    pipewright: (place, number) => post(at(place, 'records'), { values: values(place, number) }),
    handWritten: (place, number) => post(`/records?member=${place.member}`, values(place, number)),
  },
  {
    name: 'change one field',
    facts: factsOfChange,
    apart: true,
    pipewright: (place, number) => ({
      method: 'PATCH',
      path: at(place, `records/${nth(place.seeded.opportunities, number)}`),
      body: JSON.stringify({ version: 1, values: { amount: `${number}.25` } }),
    }),
    handWritten: (place, number) => ({
      method: 'PATCH',
      path: `/records/${nth(place.seeded.opportunities, number)}?member=${place.member}`,
      body: JSON.stringify({ version: 1, amount: `${number}.25` }),
    }),
  },
  {
    name: 'read one',
    facts: factsOfRecord,
    pipewright: (place, number) => ({
      method: 'GET',
      path: at(place, `records/${nth(place.seeded.opportunities, number)}`),
    }),
    handWritten: (place, number) => ({
      method: 'GET',
      path: `/records/${nth(place.seeded.opportunities, number)}`,
    }),
  },
  {
    name: 'first page, filtered, sorted',
    facts: factsOfPage,
    pipewright: (place) => post(at(place, 'query'), { ...byAmount, filter: negotiating }),
    handWritten: () => post('/list', { stage: 'negotiation' }),
  },
  {
    name: 'first page, sorted',
    facts: factsOfPage,
    pipewright: (place) => post(at(place, 'query'), byAmount),
    handWritten: () => post('/list', {}),
  },
  {
    name: 'page at half of the rows',
    facts: factsOfPage,
    pipewright: (place) => post(at(place, 'query'), { ...byAmount, after: place.deep.cursor }),
    handWritten: ({ deep }) => post('/list', { after: [deep.amount, deep.id] }),
  },
  search('solar'),
  search('客户'),
  {
    name: 'group by stage: count and sum',
    facts: factsOfFigures,
    pipewright: (place) => post(`/api/w/${place.workspace}/reports/run`, { definition: byStage }),
    handWritten: () => ({ method: 'GET', path: '/by-stage' }),
  },
]

const byStage = {
  key: 'by_stage',
  form: 'opportunity',
  label: { en: 'By stage' },
  chart: 'table',
  dimensions: [{ field: 'stage' }],
  measures: [
    { key: 'count', label: { en: 'Count' }, function: 'count' },
    { key: 'amount', label: { en: 'Amount' }, function: 'sum', field: 'amount' },
  ],
}
