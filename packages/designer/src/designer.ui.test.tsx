import { aSalesApp } from '@pipewright/metadata/builders'
import type { Form } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clipFields } from './clipboard/field-clip.ts'
import { drawDesigner } from './testing/draw-designer.tsx'

afterEach(cleanup)

const order = () =>
  [...document.querySelectorAll('[data-card]')].map((card) => card.getAttribute('data-card'))

const opportunity = (): Form => {
  const form = aSalesApp().forms.find(({ key }) => key === 'opportunity')
  if (form === undefined) throw new Error('the sales app has no opportunities')
  return form
}

const card = (name: RegExp) => screen.getByRole('button', { name })

describe('designer', () => {
  it('adds a field behind the selected one with Enter, and shows its properties', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Amount, Money/))
    screen.getByRole('button', { name: /^Add Percent/ }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(api.calls[0]?.[0]).toMatchObject({
      type: 'addField',
      field: { type: 'percent' },
      index: 4,
      write: ['rep'],
    })
    expect(order()).toEqual(['name', 'account', 'stage', 'amount', 'percent', 'due', 'items', 'total'])
    expect(screen.getByRole('heading', { name: 'Percent', level: 2 })).toBeTruthy()
  })

  it('sends one edit for a typed label when it is left', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Amount, Money/))
    const input = screen.getByRole('textbox', { name: 'Label (English)' })
    await user.clear(input)
    await user.type(input, 'Deal size')
    await user.tab()
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(api.calls[0]).toMatchObject([
      { type: 'setField', field: { key: 'amount', label: { en: 'Deal size', zh: 'amount' } } },
    ])
    expect(card(/^Deal size, Money/)).toBeTruthy()
  })

  it('lets the key of a new field follow its name, and keeps the focus where it went', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(screen.getByRole('button', { name: /^Add Percent/ }))
    const input = screen.getByRole('textbox', { name: 'Label (English)' })
    await user.clear(input)
    await user.type(input, 'Discount')
    await user.tab()
    await waitFor(() => expect(order()).toContain('discount'))
    expect(order()).not.toContain('percent')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Label (Chinese)' }))
    expect(screen.getByText('discount')).toBeTruthy()
    await waitFor(() =>
      expect(api.calls.at(-1)?.map(({ type }) => type)).toEqual(['removeField', 'addField']),
    )
  })

  it('moves a selected field with Alt and arrows, keeps the focus on it, and takes it back with Ctrl Z', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    card(/^Name, Text/).focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(order().slice(0, 2)).toEqual(['account', 'name'])
    await waitFor(() => expect(document.activeElement?.getAttribute('data-card')).toBe('name'))
    await waitFor(() => expect(api.calls).toHaveLength(1))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(order().slice(0, 2)).toEqual(['name', 'account']))
  })

  it('takes back as many steps as Ctrl Z was pressed, however quickly', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    const before = order()
    card(/^Name, Text/).focus()
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}')
    await waitFor(() => expect(api.calls).toHaveLength(3))
    for (let press = 0; press < 3; press += 1) fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(order()).toEqual(before))
  })

  it('carries a field with the keyboard alone and says where it is', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    screen.getByRole('button', { name: 'Move Name' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.body.textContent).toContain('Name is lifted'))
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.body.textContent).toContain('place 3 of'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(order().slice(0, 2)).toEqual(['account', 'name'])
  })

  it('says each place, also where two of them stand at the same pixels', async () => {
    const box = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    box.mockReturnValue(new DOMRect(0, 0, 100, 40))
    const { user } = await drawDesigner(aSalesApp(), 'opportunity')
    screen.getByRole('button', { name: 'Move Name' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.body.textContent).toContain('Name is lifted'))
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    for (const place of [3, 4, 5]) {
      await user.keyboard('{ArrowDown}')
      await waitFor(() => expect(document.body.textContent).toContain(`place ${place} of`))
    }
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.body.textContent).not.toContain('place 5 of'))
    box.mockRestore()
  })

  it('hears the keys that come at once after the one that lifts', async () => {
    const { api } = await drawDesigner(aSalesApp(), 'opportunity')
    const grab = screen.getByRole('button', { name: 'Move Name' })
    for (const code of ['Enter', 'ArrowDown', 'ArrowDown']) fireEvent.keyDown(grab, { code, key: code })
    await waitFor(() => expect(document.body.textContent).toContain('place 4 of'))
    fireEvent.keyDown(grab, { code: 'Enter', key: 'Enter' })
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(order().slice(0, 3)).toEqual(['account', 'stage', 'name'])
  })

  it('chooses several fields by keyboard, and moves, doubles and takes them away as one step each', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    const before = order()
    await user.click(card(/^Name, Text/))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(screen.getByRole('heading', { name: '2 fields chosen' })).toBeTruthy()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(order().slice(0, 3)).toEqual(['stage', 'name', 'account'])
    await user.keyboard('{Control>}d{/Control}')
    await waitFor(() => expect(api.calls).toHaveLength(2))
    expect(order()).toHaveLength(before.length + 2)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-card')).toBe(order()[4]))
    await user.keyboard('{Delete}')
    await waitFor(() => expect(api.calls).toHaveLength(3))
    expect(order()).toHaveLength(before.length)
  })

  it('copies fields to the clipboard and pastes them into another form', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Due, Date/))
    await user.copy()
    fireEvent.paste(document.body, {
      clipboardData: { getData: () => JSON.stringify({ pipewright: 'other' }) },
    })
    await user.paste(JSON.stringify(clipFields(aSalesApp(), opportunity(), ['due'])))
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(api.calls[0]).toMatchObject([{ type: 'addField', field: { type: 'date', key: 'due_2' } }])
  })

  it('pastes from the menu of a field, and says so where there is nothing to paste', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    const paste = async () => {
      await user.click(screen.getByRole('button', { name: 'More for Name' }))
      await user.click(await screen.findByRole('menuitem', { name: /^Paste/ }))
    }
    await navigator.clipboard.writeText('some words')
    await paste()
    expect(await screen.findByText('There are no copied fields on the clipboard.')).toBeTruthy()
    expect(api.calls).toEqual([])
    await navigator.clipboard.writeText(JSON.stringify(clipFields(aSalesApp(), opportunity(), ['due'])))
    await paste()
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(order().slice(0, 2)).toEqual(['name', 'due_2'])
  })

  it('lists what the keyboard does', async () => {
    const { user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(screen.getByRole('button', { name: 'Keyboard' }))
    expect(await screen.findByText('move what is chosen')).toBeTruthy()
    expect(screen.getByText('Alt ↑ ↓')).toBeTruthy()
  })

  it('tells who else has a field in hand, and what is in their draft', async () => {
    const other = '00000000-0000-4000-8000-000000000002'
    const change = { en: 'The field “Due” was renamed.', zh: '字段“Due”已改名。' }
    const { user } = await drawDesigner(aSalesApp(), 'opportunity', 'en', {
      builders: [{ member: other, form: 'opportunity', field: 'due', changes: [change] }],
    })
    const mark = await screen.findByRole('button', { name: /^Li Wei is at .*Due$/ })
    expect(document.querySelector('[data-item=due]')?.getAttribute('data-other')).toBe('Li Wei')
    await user.click(mark)
    expect(await screen.findByText(change.en)).toBeTruthy()
  })

  it('finds a field of the form and goes to it', async () => {
    const { user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.type(screen.getByRole('textbox', { name: 'Search types and fields' }), 'amount')
    const found = screen.getByRole('region', { name: 'In this form' })
    await user.click(within(found).getByRole('button', { name: /Amount/ }))
    await waitFor(() => expect(document.activeElement?.getAttribute('data-card')).toBe('amount'))
  })

  it('shows the places instead of removing a field that is used', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    card(/^Amount, Money/).focus()
    await user.keyboard('{Delete}')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/Total/)).toBeTruthy()
    expect(order()).toContain('amount')
    expect(api.calls).toEqual([])
  })

  it('makes a field required under a condition written as a formula', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Due, Date/))
    await user.click(screen.getByText('When…'))
    const condition = screen.getByRole('group', { name: 'Required when' })
    await user.click(within(condition).getByText('Formula'))
    await user.click(await within(condition).findByRole('textbox', { name: 'Required when' }))
    await user.paste('stage = "won"')
    await user.tab()
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(api.calls[0]?.[0]).toMatchObject({
      type: 'putRule',
      rule: { when: { eq: [{ var: 'stage' }, 'won'] }, effects: [{ type: 'require', fields: ['due'] }] },
    })
  })

  it('keeps a formula with a mistake back and says what is wrong', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Total, Formula/))
    const formula = await screen.findByRole('textbox', { name: 'Formula' })
    await user.click(formula)
    await user.keyboard('{Control>}a{/Control}')
    await user.paste('amount * pryce')
    await user.tab()
    expect(formula.getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector('.cm-lintRange-error')?.textContent).toBe('pryce')
    expect(await screen.findByText('There is no field “pryce” here.')).toBeTruthy()
    expect(api.calls.filter(([edit]) => edit?.type === 'setField')).toEqual([])
  })

  it('changes the type of a field after it showed what becomes of the values', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
    await user.click(card(/^Due, Date/))
    await user.click(screen.getByRole('button', { name: 'Change type…' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: 'Change type' })).toHaveProperty('disabled', true)
    const types = within(dialog).getByRole('combobox', { name: 'From Date to' })
    await user.click(types)
    fireEvent.click(await screen.findByTitle('Text'))
    expect(await within(dialog).findByText('2 of 3 values convert')).toBeTruthy()
    expect(within(dialog).getByText('n/a')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Change type' }))
    await waitFor(() => expect(api.calls).toHaveLength(1))
    expect(api.calls[0]).toMatchObject([{ type: 'changeFieldType', field: { type: 'text', key: 'due' } }])
    expect(await screen.findByRole('button', { name: /^Due, Text/ })).toBeTruthy()
  })

  it('reviews the changes in sentences and publishes them', async () => {
    const { api, user } = await drawDesigner(aSalesApp(), 'opportunity', 'zh')
    await user.click(screen.getByRole('button', { name: /^添加单行文本/ }))
    await user.click(await screen.findByRole('button', { name: '草稿：1 处更改 · 检查并发布' }))
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(/单行文本/)).toBeTruthy()
    await user.click(within(drawer).getByRole('button', { name: '发布' }))
    await waitFor(() => expect(api.published()).toBe(2))
    expect(await screen.findByText('版本 2 已生效')).toBeTruthy()
  })
})
