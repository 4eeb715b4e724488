import type { Option } from '@pipewright/schemas'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField } from '../testing/sample-app.ts'
import { StagePath } from './stage-path.tsx'

afterEach(cleanup)

const option = (key: string, outcome?: Option['outcome']): Option => ({
  key,
  label: { en: key },
  ...(outcome && { outcome }),
})

function draw(options: readonly Option[], value: string) {
  renderApp(
    { forms: [aForm([aTextField()])] },
    <StagePath label="Stages" options={options} value={value} disabled={false} onChange={() => undefined} />,
  )
  return screen.queryAllByRole('button', { name: /\(done\)/ }).map((button) => button.textContent)
}

const stages = [option('new', 'open'), option('offer'), option('lost', 'lost'), option('won', 'won')]

it('marks open stages that lie behind, never an end', () => {
  expect(draw(stages, 'won')).toEqual(['new (done)', 'offer (done)'])
})

it('marks nothing when the record was lost', () => {
  expect(draw(stages, 'lost')).toEqual([])
})

it('marks nothing in a list of statuses, where further right need not mean later', () => {
  expect(draw([option('draft'), option('rejected'), option('sent')], 'sent')).toEqual([])
})
