import { ProblemError, type FieldProblem, type Problem, type Values } from '@pipewright/contract'
import type { Field, Form } from '@pipewright/schemas'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ComponentProps } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { controls } from '../controls/index.ts'
import {
  aForm,
  aRule,
  aTextField,
  fullRights,
  itemsField,
  stageField,
  totalField,
} from '../testing/sample-app.ts'
import { anEnvironment, AppAround, aRecord, renderApp } from '../testing/render-app.tsx'
import { RecordForm } from './record-form.tsx'
import type { RecordChange, RecordFormProps } from './record-form-props.ts'

afterEach(cleanup)

const amountField: Field = { type: 'money', key: 'amount', label: { en: 'Amount' }, currency: 'CNY' }
const reasonField: Field = { type: 'text', key: 'reason', label: { en: 'Reason' } }

function draw(form: Form, props: Partial<RecordFormProps> = {}) {
  const sent: RecordChange[] = []
  const shown = renderApp(
    { forms: [form] },
    <RecordForm
      form={form.key}
      mode="create"
      rights={fullRights(form)}
      values={{}}
      onSubmit={(change) => {
        sent.push(change)
      }}
      {...props}
    />,
  )
  return { sent, ...shown }
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const save = () => userEvent.click(screen.getByRole('button', { name: /Create|Save/ }))

describe('a form', () => {
  it('shows how to create a new record before anything is typed; an edited one asks only after a change', () => {
    draw(aForm([aTextField()]), { buttons: 'sticky' })
    expect(screen.getByRole('button', { name: 'Create' })).toBeTruthy()
    cleanup()
    draw(aForm([aTextField()]), { buttons: 'sticky', mode: 'edit' })
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })

  it('says what it is for above its fields and shows an example in an empty control, not where it is only read', () => {
    const form = {
      ...aForm([{ ...aTextField(), placeholder: { en: 'Acme Ltd' } } as Field]),
      description: { en: 'One per customer' },
    }
    draw(form)
    expect(screen.getByText('One per customer')).toBeTruthy()
    expect(field('Name').placeholder).toBe('Acme Ltd')
    cleanup()
    draw(form, { mode: 'read' })
    expect(screen.queryByText('One per customer')).toBeNull()
  })

  it('puts labels beside the controls where its layout says so, line items below theirs', () => {
    const plain = aForm([aTextField(), itemsField])
    const { container } = draw({ ...plain, layout: { ...plain.layout, labels: 'beside' } })
    expect(container.querySelector('form')?.dataset['labels']).toBe('beside')
    expect(container.querySelector('[data-field="items"]')?.className).toContain('pw-field-wide')
    expect(container.querySelector('[data-field="name"]')?.className).not.toContain('pw-field-wide')
  })

  it('refuses a day outside the limits of its field before it is sent', async () => {
    const due: Field = { type: 'date', key: 'due', label: { en: 'Due' }, latest: '2026-01-31' }
    const { sent } = draw(aForm([aTextField(), due]), { values: { name: 'x', due: '2026-02-01' } })
    await save()
    expect(screen.getAllByText('Not after 2026-01-31.').length).toBeGreaterThan(0)
    expect(sent).toEqual([])
  })

  it('refuses a row that repeats another while it is typed, at its cell', async () => {
    const items = { ...itemsField, uniqueness: [{ key: 'once', fields: ['product'] }] } as Field
    const { sent } = draw(aForm([aTextField(), items]), {
      values: { name: 'x', items: [{ product: 'Pump' }, { product: 'Axle' }] },
    })
    const second = screen.getByRole<HTMLInputElement>('textbox', { name: 'Product, row 2' })
    await userEvent.clear(second)
    await userEvent.type(second, 'pump')
    expect(await screen.findByText('Row 1 has this already.')).toBeTruthy()
    await save()
    expect(sent).toEqual([])
    await userEvent.type(second, ' 2')
    await save()
    expect(sent).toHaveLength(1)
  })

  it('hands over what was typed, decimals to the last digit', async () => {
    const { sent } = draw(aForm([aTextField(), amountField]))
    await userEvent.type(field('Name'), 'A big deal')
    await userEvent.type(field('Amount'), '12345678901234567.89')
    await save()
    expect(sent).toEqual([
      {
        values: { name: 'A big deal', amount: '12345678901234567.89' },
        all: { name: 'A big deal', amount: '12345678901234567.89' },
      },
    ])
  })

  it('says all at once what is wrong, next to the fields, and leads to the first', async () => {
    const { sent } = draw(
      aForm([aTextField({ required: true }), { ...amountField, required: true } as Field]),
    )
    await userEvent.type(field('Amount'), 'abc')
    await save()
    expect(sent).toEqual([])
    expect(screen.getByText('Please fill this in.')).toBeTruthy()
    expect(screen.getByText('This is not a number.')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toContain('2 entries need a correction.')
    await waitFor(() => expect(document.activeElement).toBe(field('Name')))
    expect(field('Name').getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(field('Name'), 'x')
    expect(screen.queryByText('Please fill this in.')).toBeNull()
  })

  it('checks a field when it is left, not while it is typed', async () => {
    draw(aForm([aTextField({ minLength: 3 })]))
    await userEvent.type(field('Name'), 'ab')
    expect(screen.queryByText(/At least 3/)).toBeNull()
    await userEvent.tab()
    expect(screen.getByText('At least 3 characters.')).toBeTruthy()
  })

  it('shows, requires and refuses by rules while typing', async () => {
    const lost = { eq: [{ var: 'name' }, 'lost'] }
    const form = aForm([aTextField(), reasonField, amountField], {
      rules: [
        aRule({
          key: 'r1',
          when: lost,
          effects: [
            { type: 'show', fields: ['reason'] },
            { type: 'require', fields: ['reason'] },
          ],
        }),
        aRule({
          key: 'r2',
          when: { gt: [{ var: 'amount' }, '100'] },
          effects: [{ type: 'refuse', field: 'amount', message: { en: 'Too much for us.' } }],
        }),
      ],
    })
    const { sent } = draw(form)
    expect(screen.queryByLabelText('Reason')).toBeNull()
    await userEvent.type(field('Name'), 'lost')
    expect(field('Reason').getAttribute('aria-required')).toBe('true')
    await userEvent.type(field('Amount'), '100.01')
    await save()
    expect(screen.getByText('Please fill this in.')).toBeTruthy()
    expect(screen.getByText('Too much for us.')).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('sets and locks by rules', async () => {
    const form = aForm([aTextField(), amountField, reasonField], {
      rules: [
        aRule({
          when: { eq: [{ var: 'name' }, 'free'] },
          effects: [
            { type: 'set', field: 'amount', value: '0' },
            { type: 'lock', fields: ['reason'] },
          ],
        }),
      ],
    })
    draw(form)
    await userEvent.type(field('Name'), 'free')
    expect(field('Amount').value).toBe('0.00')
    expect([field('Amount').disabled, field('Reason').disabled]).toEqual([true, true])
  })

  it('calculates rows and totals while typing, without losing a cent', async () => {
    const { sent } = draw(aForm([aTextField(), itemsField, totalField]), {
      values: { items: [{ product: 'A', quantity: '3', price: '0.10' }] },
    })
    expect(field('Total').textContent).toBe('¥0.30')
    const price = field('Price, row 1')
    await userEvent.clear(price)
    await userEvent.type(price, '33333333333.33')
    expect(field('Line total, row 1').textContent).toBe('¥99,999,999,999.99')
    expect(field('Total').textContent).toBe('¥99,999,999,999.99')
    await save()
    expect(sent[0]?.all['items']).toEqual([{ product: 'A', quantity: '3', price: '33333333333.33' }])
    expect(sent[0]?.all).not.toHaveProperty('total')
  })

  it('fills a new row with defaults, and prices it anew when the product changes', async () => {
    const product = aForm(
      [aTextField(), { type: 'money', key: 'list_price', label: { en: 'List price' }, currency: 'CNY' }],
      { key: 'product' },
    )
    const prices: Readonly<Record<string, string>> = {
      '01890000-0000-7000-8000-00000000000a': '10.00',
      '01890000-0000-7000-8000-00000000000b': '25.50',
    }
    const lines: Field = {
      type: 'lineItems',
      key: 'items',
      label: { en: 'Items' },
      fields: [
        { type: 'relation', key: 'product', label: { en: 'Product' }, form: 'product' },
        { type: 'number', key: 'quantity', label: { en: 'Quantity' }, scale: 0, default: 1 },
        {
          type: 'money',
          key: 'price',
          label: { en: 'Price' },
          currency: 'CNY',
          default: { var: 'product.list_price' },
        },
      ],
    }
    const form = aForm([lines])
    const sent: RecordChange[] = []
    renderApp(
      {
        forms: [form, product],
        data: {
          searchRecords: () =>
            Promise.resolve(Object.keys(prices).map((id) => ({ id, title: `Costs ${prices[id]}` }))),
          getRecord: (_, id) => Promise.resolve(aRecord({ id }, { list_price: prices[id] ?? null })),
        },
      },
      <RecordForm
        form="deal"
        mode="create"
        rights={fullRights(form)}
        values={noValues}
        onSubmit={(change) => {
          sent.push(change)
        }}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: /Add row/ }))
    expect(field('Quantity, row 1').value).toBe('1')
    for (const price of ['10.00', '25.50']) {
      fireEvent.mouseDown(field('Product, row 1'))
      await userEvent.click(await screen.findByTitle(`Costs ${price}`))
      await waitFor(() => expect(field('Price, row 1').value).toBe(price))
    }
    await save()
    expect(sent[0]?.all['items']).toEqual([
      { product: '01890000-0000-7000-8000-00000000000b', quantity: '1', price: '25.50' },
    ])
  })

  it('takes over fields and rows of a picked record, which stay open to change or are locked', async () => {
    const picked = '01890000-0000-7000-8000-00000000000c'
    const rows: Field = {
      type: 'lineItems',
      key: 'items',
      label: { en: 'Items' },
      fields: [{ type: 'text', key: 'product', label: { en: 'Product' } }],
    }
    const quote = aForm([aTextField(), aTextField({ key: 'city' }), rows], { key: 'quote' })
    const form = aForm([
      {
        type: 'relation',
        key: 'quote',
        label: { en: 'Quote' },
        form: 'quote',
        fill: [
          { from: 'city', to: 'place' },
          { from: 'name', to: 'title', lock: true },
          { from: 'items', to: 'items', columns: [{ from: 'product', to: 'product' }] },
        ],
      },
      aTextField({ key: 'place', label: { en: 'Place' } }),
      aTextField({ key: 'title', label: { en: 'Title' } }),
      rows,
    ])
    const sent: RecordChange[] = []
    renderApp(
      {
        forms: [form, quote],
        data: {
          searchRecords: () => Promise.resolve([{ id: picked, title: 'Q-7' }]),
          getRecord: (_, id) =>
            Promise.resolve(
              aRecord({ id }, { name: 'Q-7', city: 'Suzhou', items: [{ id: 'r1', product: 'Pump' }] }),
            ),
        },
      },
      <RecordForm
        form="deal"
        mode="create"
        rights={fullRights(form)}
        values={noValues}
        onSubmit={(change) => {
          sent.push(change)
        }}
      />,
    )
    fireEvent.mouseDown(field('Quote'))
    await userEvent.click(await screen.findByTitle('Q-7'))
    await waitFor(() => expect(field('Place').value).toBe('Suzhou'))
    expect(field('Title').disabled).toBe(true)
    expect(field('Product, row 1').value).toBe('Pump')
    await userEvent.type(field('Place'), '!')
    await save()
    expect(sent[0]?.all).toMatchObject({
      quote: picked,
      place: 'Suzhou!',
      title: 'Q-7',
      items: [{ product: 'Pump' }],
    })
  })

  it('adds a row by Enter in the last one, and goes down from the others', async () => {
    draw(aForm([itemsField]), { values: { items: [{ product: 'A' }] } })
    fireEvent.keyDown(field('Product, row 1'), { key: 'Enter' })
    await waitFor(() => expect(document.activeElement).toBe(field('Product, row 2')))
    fireEvent.keyDown(field('Quantity, row 1'), { key: 'Enter' })
    await waitFor(() => expect(document.activeElement).toBe(field('Quantity, row 2')))
    expect(screen.queryByLabelText('Product, row 3')).toBeNull()
  })

  it('does not save by the Enter that ends a composition', async () => {
    const { sent } = draw(aForm([aTextField()]))
    await userEvent.type(field('Name'), '客户')
    expect(fireEvent.keyDown(field('Name'), { key: 'Enter', isComposing: true })).toBe(false)
    expect(fireEvent.keyDown(field('Name'), { key: 'Enter', keyCode: 229 })).toBe(false)
    expect(sent).toHaveLength(0)
    await userEvent.type(field('Name'), '{Enter}')
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('saves by Ctrl S', async () => {
    const { sent } = draw(aForm([aTextField()]))
    await userEvent.type(field('Name'), 'x')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 's', ctrlKey: true })
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('shows problems of the server at their fields and cells', () => {
    const problems: FieldProblem[] = [
      { pointer: '/values/name', code: 'not-unique', message: 'This value is already taken.' },
      { pointer: '/values/items/0/price', code: 'too-big', message: 'Too big.' },
      { pointer: '', code: 'refused', message: 'Not today.' },
    ]
    draw(aForm([aTextField(), itemsField]), { problems, values: { items: [{ product: 'A' }] } })
    expect(screen.getByText('This value is already taken.')).toBeTruthy()
    expect(field('Price, row 1').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Too big.')).toBeTruthy()
    expect(screen.getByText('Not today.')).toBeTruthy()
  })

  it('names what is wrong in fields that are not drawn', async () => {
    const { sent } = draw(aForm([aTextField(), { ...reasonField, required: true } as Field]), {
      fields: ['name'],
    })
    await save()
    expect(screen.getByRole('alert').textContent).toContain('Reason: Please fill this in.')
    expect(sent).toEqual([])
  })

  it('keeps what was typed when the server refuses it, and says why', async () => {
    const problem: Problem = { type: '', title: 'Nope.', status: 503, code: 'busy', requestId: 'r-1' }
    draw(aForm([aTextField()]), { onSubmit: () => Promise.reject(new ProblemError(problem)) })
    await userEvent.type(field('Name'), 'mine')
    await save()
    expect((await screen.findByRole('alert')).textContent).toContain('Nope.')
    expect(field('Name').value).toBe('mine')
  })

  it('does not offer what may only be read', () => {
    const form = aForm([aTextField(), amountField])
    draw(form, {
      mode: 'edit',
      values: { name: 'A', amount: '5.00' },
      rights: { ...fullRights(form), fields: { name: 'read', amount: 'write' } },
    })
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
    expect(screen.getByText('A')).toBeTruthy()
    expect(field('Amount').value).toBe('5.00')
  })

  it('sends only what changed of a record', async () => {
    const { sent } = draw(aForm([aTextField(), amountField]), {
      mode: 'edit',
      values: { name: 'A', amount: '5.00' },
    })
    await userEvent.type(field('Name'), 'B')
    await save()
    expect(sent[0]?.values).toEqual({ name: 'AB' })
  })
})

it('keeps typed text when a field is added underneath', async () => {
  const before = aForm([aTextField()])
  const after = aForm([aTextField(), reasonField])
  const drawing = (form: Form) => (
    <AppAround environment={anEnvironment({ forms: [form] })}>
      <RecordForm
        form="deal"
        mode="create"
        rights={fullRights(form)}
        values={noValues}
        onSubmit={() => undefined}
      />
    </AppAround>
  )
  const { rerender } = render(drawing(before))
  await userEvent.type(field('Name'), 'typed')
  rerender(drawing(after))
  expect(field('Reason')).toBeTruthy()
  expect(field('Name').value).toBe('typed')
})

const noValues: Values = {}

it('draws one field again per keystroke', () => {
  const keys = Array.from({ length: 40 }, (_, at) => `field_${at}`)
  const form = aForm([...keys.map((key) => aTextField({ key, label: { en: key } })), stageField])
  const drawn = new Map<string, number>()
  const { Control } = controls.text
  const counting = {
    ...controls.text,
    Control: (props: ComponentProps<typeof Control>) => {
      drawn.set(props.field.key, (drawn.get(props.field.key) ?? 0) + 1)
      return <Control {...props} />
    },
  }
  const registry = controls as { text: typeof controls.text }
  const original = registry.text
  registry.text = counting
  try {
    draw(form)
    drawn.clear()
    fireEvent.change(field('field_7'), { target: { value: 'x' } })
    expect(drawn.get('field_7')).toBeGreaterThan(0)
    expect([...drawn.keys()]).toEqual(['field_7'])
  } finally {
    registry.text = original
  }
})

it('lets go of what was saved once the saved record arrives', async () => {
  const form = aForm([aTextField(), amountField])
  function Page() {
    const [values, setValues] = useState<Values>({ name: 'A', amount: '1.00' })
    return (
      <>
        <RecordForm
          form="deal"
          mode="edit"
          rights={rights}
          values={values}
          onSubmit={(change) => setValues({ ...values, ...change.values })}
        />
        <button type="button" onClick={() => setValues({ name: 'from elsewhere', amount: '1.00' })}>
          elsewhere
        </button>
      </>
    )
  }
  const rights = fullRights(form)
  renderApp({ forms: [form] }, <Page />)
  await userEvent.type(field('Name'), 'B')
  await save()
  expect(screen.queryByText(/unsaved/)).toBeNull()
  act(() => screen.getByText('elsewhere').click())
  expect(field('Name').value).toBe('from elsewhere')
})
