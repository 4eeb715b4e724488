import { aDateField, aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { drawDesigner } from '../../testing/draw-designer.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const app = anApp({
  forms: [aForm({ key: 'deal', fields: [aTextField(), aDateField({ key: 'due', label: { en: 'Due' } })] })],
})

it('says what a form is for, shows an example in an empty control and limits the days of a date', async () => {
  const { user, api } = await drawDesigner(app, 'deal')
  const form = async () => (await api.getDraft()).definition.forms.find(({ key }) => key === 'deal')
  await user.type(screen.getByLabelText('Text above the fields (English)'), 'One per customer')
  await waitFor(async () => expect((await form())?.description).toEqual({ en: 'One per customer' }))
  await user.click(screen.getAllByRole('button', { name: /^Name/ })[0]!)
  await user.type(await screen.findByLabelText('Example in the empty control (English)'), 'Acme Ltd')
  await user.click(screen.getAllByRole('button', { name: /^Due/ })[0]!)
  fireEvent.mouseDown(await screen.findByLabelText('First possible day'))
  await user.click(await screen.findByTitle('Counted from today'))
  const days = await screen.findByLabelText(/^First possible day: Days after today/)
  await user.clear(days)
  await user.type(days, '-7')
  await user.tab()
  await waitFor(async () =>
    expect((await form())?.fields).toMatchObject([
      { key: 'name', placeholder: { en: 'Acme Ltd' } },
      { key: 'due', earliest: 'today-7' },
    ]),
  )
})

it('begins a fixed day with today where the member is, not where the device is', async () => {
  // The device is in Shanghai, where it is tomorrow already; the member is by UTC.
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const { user, api } = await drawDesigner(app, 'deal')
  await user.click(screen.getAllByRole('button', { name: /^Due/ })[0]!)
  fireEvent.mouseDown(await screen.findByLabelText('First possible day'))
  const fixed = await screen.findByTitle('A fixed day')
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T20:00:00Z') })
  await user.click(fixed)
  await waitFor(async () => {
    const { definition } = await api.getDraft()
    expect(definition.forms[0]?.fields).toMatchObject([{}, { key: 'due', earliest: '2026-11-30' }])
  })
})
