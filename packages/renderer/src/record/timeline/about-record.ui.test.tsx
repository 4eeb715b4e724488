import type { Form } from '@pipewright/schemas'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { AboutRecord } from './about-record.tsx'

afterEach(cleanup)

test.each<[string, string | undefined]>([
  ['Task Call', undefined],
  ['Task Call', 'Tasks'],
  ['To do Call', 'To do'],
])('a line is of "%s" where its relation is called %s from this side', (expected, reverse) => {
  const deal = aForm([aTextField()])
  const own: Form = { ...deal, layout: { ...deal.layout, related: [{ form: 'task', field: 'deal' }] } }
  const relation = { type: 'relation' as const, key: 'deal', label: { en: 'Deal' }, form: 'deal' }
  const named = reverse === undefined ? relation : { ...relation, reverseLabel: { en: reverse } }
  const task = aForm([aTextField(), named], {
    key: 'task',
    label: { en: 'Task' },
    labelPlural: { en: 'Tasks' },
  })
  renderApp(
    { forms: [own, task], changes: { recordUrl: (form, id) => `/f/${form}/${id}` } },
    <AboutRecord form="task" id="t1" title="Call" from="deal" />,
  )
  const link = screen.getByRole('link', { name: 'Call' })
  expect(link.getAttribute('href')).toBe('/f/task/t1')
  expect(link.parentElement?.textContent).toBe(expected)
})
