import type { JsonValue } from '@pipewright/contract'
import type { LineItemsField } from '@pipewright/schemas'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { itemsField } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

const drawn = vi.hoisted(() => ({ foot: 0 }))

vi.mock(import('./items-foot.tsx'), async (original) => {
  const { ItemsFoot } = await original()
  return {
    ItemsFoot: (props) => {
      drawn.foot += 1
      return <ItemsFoot {...props} />
    },
  }
})

afterEach(cleanup)

it('does not draw what is offered below the rows again for a key typed into one', async () => {
  const table = itemsField as LineItemsField
  const { Control } = controlOf(table)
  function Held() {
    const [value, setValue] = useState<JsonValue>(
      Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, product: `Part ${at + 1}` })),
    )
    // What a form hands over is made anew each time.
    return (
      <Control
        field={table}
        id="items"
        label="Items"
        titles={{}}
        value={value}
        record={() => ({})}
        onBlur={() => undefined}
        onChange={setValue}
      />
    )
  }
  renderApp({ forms: [] }, <Held />)
  const box = screen.getByRole('textbox', { name: 'Product, row 2' })
  await userEvent.type(box, 'abcde')
  expect((box as HTMLInputElement).value).toBe('Part 2abcde')
  expect(drawn).toEqual({ foot: 1 })
})
