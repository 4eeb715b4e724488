import { aSalesApp } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const order = () =>
  [...document.querySelectorAll('[data-card]')].map((card) => card.getAttribute('data-card'))

it('puts a heading behind what is selected by keyboard, names it, moves it and takes all of it back', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Amount, Money/ }))
  screen.getByRole('button', { name: /^Add Heading/ }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(order()).toContain('heading'))
  expect(order().indexOf('heading')).toBe(order().indexOf('amount') + 1)
  const input = await screen.findByRole('textbox', { name: 'Text (English)' })
  await user.clear(input)
  await user.type(input, 'Terms of {{{{name}}')
  await user.tab()
  await waitFor(() =>
    expect(api.calls.at(-1)).toMatchObject([
      { type: 'setElement', element: { key: 'heading', text: { en: 'Terms of {{name}}' } } },
    ]),
  )
  // The name of the field stands for its value.
  await waitFor(() =>
    expect(document.querySelector('.pw-element-heading')?.textContent).toBe('Terms of Name'),
  )
  screen.getByRole('button', { name: /^Terms of/ }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(order().indexOf('heading')).toBe(order().indexOf('amount') - 1))
  for (let step = 0; step < 3; step += 1) await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(order()).not.toContain('heading'))
})

it('goes away with the key that removes fields, and comes with a copy of the layout under a name of its own', async () => {
  const { user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Add Divider/ }))
  await waitFor(() => expect(order()).toContain('divider'))
  await user.click(screen.getByRole('button', { name: 'New layout' }))
  await waitFor(() => expect(order().some((key) => key?.startsWith('divider_'))).toBe(true))
  screen.getByRole('button', { name: 'Divider' }).focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(order().some((key) => key?.startsWith('divider'))).toBe(false))
})

it('is doubled with the field beside it, and its text then tells the copy', async () => {
  const { user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Amount, Money/ }))
  await user.click(screen.getByRole('button', { name: /^Add Heading/ }))
  const input = await screen.findByRole('textbox', { name: 'Text (English)' })
  fireEvent.change(input, { target: { value: 'Now {{amount}}' } })
  fireEvent.blur(input)
  const amount = screen.getByRole('button', { name: /^Amount, Money/ })
  await user.keyboard('{Control>}')
  await user.click(amount)
  await user.keyboard('{/Control}')
  await user.keyboard('{Control>}d{/Control}')
  await waitFor(() => expect(order().filter((key) => key?.startsWith('amount'))).toHaveLength(2))
  expect(order().filter((key) => key?.startsWith('heading'))).toHaveLength(2)
})

it('builds a button that sets a field and then opens a page, and refuses an address that is none', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Add Button/ }))
  const address = await screen.findByRole('textbox', { name: 'Address' })
  fireEvent.change(address, { target: { value: 'javascript:alert(1)' } })
  fireEvent.blur(address)
  expect(await screen.findByText(/^Begin with https/)).toBeTruthy()
  expect(api.calls.flat().filter(({ type }) => type === 'setElement')).toEqual([])
  await user.click(screen.getByRole('combobox', { name: 'Add an action' }))
  await user.click(await screen.findByTitle('Set fields'))
  await user.click(await screen.findByRole('button', { name: 'Set fields: earlier' }))
  await waitFor(() =>
    expect(api.calls.at(-1)).toMatchObject([
      {
        type: 'setElement',
        element: { type: 'button', actions: [{ type: 'set', values: { name: null } }, { type: 'open' }] },
      },
    ]),
  )
})

it('uploads a picture for the layout and says what it shows', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Add Picture\./ }))
  const file = new File(['x'], 'plan.png', { type: 'image/png' })
  fireEvent.change(await screen.findByLabelText('Upload a picture', { selector: 'input' }), {
    target: { files: [file] },
  })
  await waitFor(() =>
    expect(document.querySelector('.pw-element-image')?.getAttribute('src')).toMatch(/0009$/),
  )
  const alt = screen.getByRole('textbox', { name: 'What it shows (English)' })
  fireEvent.change(alt, { target: { value: 'Plan of the plant' } })
  fireEvent.blur(alt)
  await waitFor(() =>
    expect(api.calls.at(-1)).toMatchObject([
      { type: 'setElement', element: { type: 'image', alt: { en: 'Plan of the plant' } } },
    ]),
  )
})

it('places what stands around a record by keyboard, and says of which records', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'account')
  screen.getByRole('button', { name: /^Add Related list/ }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(order()).toContain('related_list'))
  expect(api.calls.flat()).toContainEqual(
    expect.objectContaining({
      type: 'addElement',
      item: { element: expect.objectContaining({ type: 'relatedList' }) as unknown },
    }),
  )
  screen.getByRole('button', { name: /^Add Files/ }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(order()).toContain('files'))
  await user.click(await screen.findByRole('switch', { name: 'Also of related records' }))
  await waitFor(() =>
    expect(api.calls.at(-1)).toEqual([
      expect.objectContaining({ type: 'setElement', element: { type: 'files', key: 'files' } }),
    ]),
  )
})
