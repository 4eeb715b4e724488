import { BarcodeFormat, MultiFormatWriter } from '@zxing/library'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RecordForm } from '../../form/record-form.tsx'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../../testing/sample-app.ts'
import { decodePixels, type Pixels } from './decode-pixels.ts'
import { plainCode } from './code-reader.ts'
// Opened on demand; loaded here so that no test waits for it.
import './scan-dialog.tsx'

/** A code as a canvas would give it. */
function picture(text: string): Pixels {
  const size = 200
  const matrix = new MultiFormatWriter().encode(text, BarcodeFormat.QR_CODE, size, size, new Map())
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (matrix.get(x, y)) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return { data, width: size, height: size }
}

const code: Field = { type: 'text', key: 'code', label: { en: 'Code', zh: '编码' }, format: 'scan' }
const rows: Field = {
  type: 'lineItems',
  key: 'items',
  label: { en: 'Items', zh: '明细' },
  fields: [{ ...code, key: 'sku', label: { en: 'SKU', zh: '货号' } }],
}

let found: string

beforeEach(() => {
  found = '4006381333931'
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['ean_13'])
      detect = () => Promise.resolve(found === '' ? [] : [{ rawValue: found }])
    },
  )
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 10, height: 10, close: () => undefined }))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    drawImage: () => undefined,
  } as never)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function draw(...fields: Field[]) {
  const onSubmit = vi.fn<() => undefined>()
  const form = aForm([aTextField(), ...fields])
  renderApp(
    { forms: [form] },
    <RecordForm
      form="deal"
      mode="edit"
      rights={fullRights(form)}
      values={{ name: 'A', items: [{ id: '1', sku: null }] }}
      onSubmit={onSubmit}
    />,
  )
  return onSubmit
}

const photo = new File(['x'], 'code.png', { type: 'image/png' })
async function usePhoto(label: string) {
  await userEvent.click(screen.getByRole('button', { name: `Scan: ${label}` }))
  fireEvent.change(await screen.findByLabelText('Use a photo', { selector: 'input' }), {
    target: { files: [photo] },
  })
}

it('reads a QR code without any help of the browser, and says so when there is none', () => {
  expect(decodePixels(picture('https://example.com/资产/42'))).toBe('https://example.com/资产/42')
  expect(decodePixels({ data: new Uint8ClampedArray(400 * 4).fill(255), width: 20, height: 20 })).toBeNull()
  expect(plainCode('\u001d0104006381333931\r\n')).toBe('0104006381333931')
})

it('takes what a scanner types; the Enter at its end does not save the form', async () => {
  const onSubmit = draw(code)
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' })
  await userEvent.type(box, '690123{Enter}')
  expect(box.value).toBe('690123')
  await userEvent.keyboard('690456{Enter}')
  expect(box.value).toBe('690456')
  expect(onSubmit).not.toHaveBeenCalled()
})

it('fills in the code of a photo where there is no camera, and says when it holds none', async () => {
  draw(code)
  found = ''
  await usePhoto('Code')
  expect(await screen.findByText(/^No code could be read/)).toBeTruthy()
  found = '4006381333931'
  fireEvent.change(screen.getByLabelText('Use a photo', { selector: 'input' }), {
    target: { files: [photo] },
  })
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Code', hidden: true })
  await waitFor(() => expect(box.value).toBe('4006381333931'))
  await waitFor(() => expect(screen.queryByText(/^No code could be read/)).toBeNull())
})

it('scans row after row: a code in the last row begins the next one', async () => {
  draw(rows)
  await usePhoto('SKU, row 1')
  const second = await screen.findByRole('textbox', { name: 'SKU, row 2', hidden: true })
  const first = screen.getByRole<HTMLInputElement>('textbox', { name: 'SKU, row 1', hidden: true })
  expect(first.value).toBe('4006381333931')
  await waitFor(() => expect(document.activeElement).toBe(second))
})
