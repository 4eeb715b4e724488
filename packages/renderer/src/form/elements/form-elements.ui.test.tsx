import type { Form, LayoutElement, Report } from '@pipewright/schemas'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../../environment/renderer-data.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { aDefinition, aForm, aTextField, fullRights, stageField } from '../../testing/sample-app.ts'
import { RecordPrint } from '../../print/record-print.tsx'
import { RecordForm } from '../record-form.tsx'
import { ButtonPressContext, type ButtonPress } from './button-press.ts'
// Drawn on demand; loaded here so that no test waits for it.
import './element-view.tsx'

afterEach(cleanup)

const report: Report = {
  key: 'figures',
  form: 'deal',
  label: { en: 'Figures', zh: '数据' },
  chart: 'number',
  dimensions: [],
  measures: [{ key: 'count', label: { en: 'Deals', zh: '商机' }, function: 'count' }],
}
const formWith = (...elements: LayoutElement[]): Form =>
  aForm([aTextField(), stageField], {
    layout: {
      sections: [
        {
          key: 'main',
          columns: 2,
          items: [{ field: 'name' }, ...elements.map((element) => ({ element })), { field: 'stage' }],
        },
      ],
    },
  })

function draw(
  form: Form,
  changes: { record?: string; runReport?: RendererData['runReport']; press?: ButtonPress } = {},
) {
  const { record, runReport, press = null } = changes
  renderApp(
    {
      forms: [form],
      ...(runReport === undefined ? {} : { data: { runReport } }),
      changes: { definition: { ...aDefinition(form), reports: [report] } },
    },
    <ButtonPressContext value={press}>
      <RecordForm
        form="deal"
        mode="edit"
        {...(record === undefined ? {} : { record })}
        rights={fullRights(form)}
        values={{ name: 'Big deal' }}
        onSubmit={() => undefined}
      />
    </ButtonPressContext>,
  )
}

it('tells values of fields as they are typed, and draws nothing of what a text smuggles in', async () => {
  const html = { en: '<p>Call <b>{{name}}</b><img src=x onerror=alert(1)></p><script>alert(2)</script>' }
  draw(formWith({ type: 'text', key: 'help', html, tone: 'warning' }))
  const word = await screen.findByText('Big deal', { selector: '[data-value-of]' })
  expect(word.closest('strong')).toBeTruthy()
  expect(document.querySelector('.pw-element-text img, .pw-element-text script')).toBeNull()
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '!')
  expect(word.textContent).toBe('Big deal!')
})

it('shows an element only while its condition holds', async () => {
  const when = { eq: [{ var: 'name' }, 'won'] }
  draw(formWith({ type: 'heading', key: 'head', text: { en: 'Well done' }, when }))
  expect(screen.queryByRole('heading', { name: 'Well done' })).toBeNull()
  const name = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(name)
  await userEvent.type(name, 'won')
  expect(await screen.findByRole('heading', { name: 'Well done' })).toBeTruthy()
})

it('is kept out of sight by a rule as fields are', async () => {
  const form = formWith({ type: 'heading', key: 'head', text: { en: 'Still open' } })
  const hide = { type: 'hide' as const, elements: ['head'] }
  draw({
    ...form,
    rules: [{ key: 'r', label: { en: 'Done' }, when: { eq: [{ var: 'name' }, 'won'] }, effects: [hide] }],
  })
  expect(await screen.findByRole('heading', { name: 'Still open' })).toBeTruthy()
  const name = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(name)
  await userEvent.type(name, 'won')
  expect(screen.queryByRole('heading', { name: 'Still open' })).toBeNull()
})

it('counts only what points to the record shown, and nothing before it is saved', async () => {
  const answer = { rows: [], totals: ['3'], titles: {}, more: false }
  const runReport = vi.fn<NonNullable<RendererData['runReport']>>(() => Promise.resolve(answer))
  const figures: LayoutElement = { type: 'report', key: 'own', report: 'figures', recordField: 'parent' }
  draw(formWith(figures), { runReport })
  expect(await screen.findByText('Figures appear here once the record is saved.')).toBeTruthy()
  expect(runReport).not.toHaveBeenCalled()
  cleanup()
  draw(formWith(figures), { runReport, record: 'r1' })
  expect(await screen.findByText('3')).toBeTruthy()
  expect(runReport).toHaveBeenCalledWith('figures', { eq: [{ var: 'parent' }, 'r1'] })
})

it('presses a button of a saved record after its question, not while something is unsaved or its condition fails', async () => {
  const go: LayoutElement = {
    type: 'button',
    key: 'go',
    label: { en: 'Send' },
    actions: [{ type: 'open', url: 'tel:110' }],
    confirm: { en: 'Really?' },
    enabled: { ne: [{ var: 'name' }, 'no'] },
  }
  const press = vi.fn<ButtonPress>(() => Promise.resolve())
  draw(formWith(go), { record: 'r1', press })
  const send = await screen.findByRole<HTMLButtonElement>('button', { name: 'Send' })
  const name = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.type(name, '!')
  expect(send.disabled).toBe(true)
  expect(screen.getByText('Save what you changed first.')).toBeTruthy()
  await userEvent.type(name, '{Backspace}')
  expect(send.disabled).toBe(false)
  await userEvent.click(send)
  expect(press).not.toHaveBeenCalled()
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('Really?')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(press).toHaveBeenCalledWith(go))
  cleanup()
  draw(formWith(go), { press })
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
})

it('stands on paper too, with the values of the record', async () => {
  const form = formWith(
    { type: 'divider', key: 'line', label: { en: 'Terms of {{name}}' } },
    { type: 'heading', key: 'gone', text: { en: 'Hidden' }, when: { eq: [{ var: 'name' }, 'other'] } },
  )
  renderApp(
    { forms: [form] },
    <RecordPrint
      form={form}
      layout={null}
      record={aRecord({}, { name: 'Big deal' })}
      rights={fullRights(form)}
      company="Acme"
    />,
  )
  expect(
    (await screen.findByText('Big deal', { selector: '[data-value-of]' })).parentElement?.textContent,
  ).toBe('Terms of Big deal')
  expect(screen.queryByText('Hidden')).toBeNull()
})
