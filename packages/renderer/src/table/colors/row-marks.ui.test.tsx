import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { RecordTable } from '../record-table.tsx'

afterEach(cleanup)

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })

const form = aForm([
  aTextField(),
  stageField,
  { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' },
])
const rows = [
  aRecord({ id: 'r1', title: 'Small' }, { name: 'Small', amount: '5.00' }),
  aRecord({ id: 'r2', title: 'Large' }, { name: 'Large', amount: '900.00' }),
  aRecord({ id: 'r3', title: 'Won' }, { name: 'Won', amount: '900.00', stage: 'won' }),
]
const nothing = () => undefined

it('a row has the colour of the first condition that holds, and says in words what it means', async () => {
  renderApp(
    { forms: [form] },
    <RecordTable
      form="deal"
      label="Deals"
      columns={['name']}
      rows={rows}
      loading={false}
      hasMore={false}
      loadingMore={false}
      onLoadMore={nothing}
      sort={[]}
      onSort={nothing}
      onOpen={nothing}
      settings={{
        rowColors: [
          { when: { in: [{ var: 'stage' }, ['won']] }, color: 'green', label: { en: 'Is won' } },
          { when: { gt: [{ var: 'amount' }, '100'] }, color: 'red', label: { en: 'Is large' } },
          { when: { nonsense: [1] }, color: 'blue', label: { en: 'Cannot be asked' } },
        ],
      }}
    />,
  )
  const large = await screen.findByTitle('Is large')
  expect(large.textContent).toBe('Is large')
  expect(large.closest('[role=row]')?.textContent).toContain('Large')
  expect(screen.getByTitle('Is won').closest('[role=row]')?.textContent).toContain('Won')
  expect(document.querySelectorAll('.pw-marked')).toHaveLength(2)
})
