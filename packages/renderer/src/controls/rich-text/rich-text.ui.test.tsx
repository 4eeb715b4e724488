import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { JsonValue } from '@pipewright/contract'
import type { RichTextField } from '@pipewright/schemas'
import { aForm } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { RichTextEditor } from './rich-text-editor.tsx'
import { asAddress } from './link-bar.tsx'
import { RichTextValue } from './rich-text-value.tsx'

afterEach(cleanup)

// jsdom lays nothing out and has no rectangles of ranges, which the editor asks for when it keeps the cursor in sight.
const nowhere = new DOMRect()
Range.prototype.getBoundingClientRect = () => nowhere
Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere })

const field: RichTextField = { type: 'richText', key: 'story', label: { en: 'Story', zh: '故事' } }

function edited(start: JsonValue) {
  const values: JsonValue[] = []
  function Held() {
    const [value, setValue] = useState(start)
    return (
      <RichTextEditor
        field={field}
        id="it"
        label="Story"
        titles={{}}
        value={value}
        onChange={(next) => {
          setValue(next)
          values.push(next)
        }}
      />
    )
  }
  renderApp({ forms: [aForm([field])] }, <Held />)
  return values
}

it('shows what is kept, and a tool changes the block the cursor is in', async () => {
  const values = edited('<p>Hello</p>')
  const text = await screen.findByRole('textbox', { name: 'Story' })
  expect(text.textContent).toBe('Hello')
  const heading = screen.getByRole('button', { name: 'Large heading' })
  await userEvent.click(heading)
  expect(values.at(-1)).toBe('<h1>Hello</h1>')
  await waitFor(() => expect(heading.getAttribute('aria-pressed')).toBe('true'))
  await userEvent.click(heading)
  await waitFor(() => expect(values.at(-1)).toBe('<p>Hello</p>'))
})

it('puts a link in, typed without its scheme, and Enter saves no form', async () => {
  const values = edited(null)
  await userEvent.click(await screen.findByRole('button', { name: 'Link' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Address of the link' }), 'example.com{Enter}')
  expect(values.at(-1)).toBe('<p><a href="https://example.com">example.com</a></p>')
  expect(screen.queryByRole('textbox', { name: 'Address of the link' })).toBeNull()
})

it('is gone through by arrow keys', async () => {
  edited(null)
  const bold = await screen.findByRole('button', { name: 'Bold' })
  bold.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Italic' }))
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Link' }))
})

it.each([
  ['example.com', 'https://example.com'],
  ['a@b.c', 'mailto:a@b.c'],
  ['tel:+86', 'tel:+86'],
  ['javascript:alert(1)', 'https://javascript:alert(1)'],
])('takes %s for %s', (typed, address) => expect(asAddress(typed)).toBe(address))

it('draws nothing but what rich text may hold, whatever it is given', () => {
  const { container } = renderApp(
    { forms: [aForm([field])] },
    <RichTextValue
      html={
        '<p onclick="x()">a<img src=x onerror=x()></p><script>x()</script><a href="javascript:x()">b</a><a href="https://c.d">c</a><ul><li>d</ul>'
      }
    />,
  )
  expect(container.querySelector('script, img, [onclick], [onerror]')).toBeNull()
  const links = [...container.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.rel])
  expect(links).toEqual([['https://c.d', 'noopener noreferrer nofollow']])
  expect(container.querySelector('li')?.textContent).toBe('d')
})
