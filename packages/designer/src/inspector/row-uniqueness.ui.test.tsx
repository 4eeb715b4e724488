import { aForm, aLineItemsField, anApp, aTextField } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('says which columns must not repeat among the rows, and how few rows there may be', async () => {
  const items = aLineItemsField({
    key: 'items',
    fields: [aTextField({ key: 'product', label: { en: 'Product' } })],
  })
  const definition = anApp({ forms: [aForm({ key: 'order', fields: [aTextField(), items] })] })
  const { api, user } = await drawDesigner(definition, 'order')
  const table = async () =>
    (await api.getDraft()).definition.forms[0]?.fields.find(({ key }) => key === 'items')
  await user.click(screen.getByRole('button', { name: /^Items, Line items/i }))
  await user.click(await screen.findByRole('button', { name: 'Add what must not occur twice' }))
  await waitFor(async () =>
    expect(await table()).toMatchObject({ uniqueness: [{ key: 'unique', fields: ['product'] }] }),
  )
  await user.type(screen.getByLabelText('Fewest rows'), '2')
  await user.tab()
  await waitFor(async () => expect(await table()).toMatchObject({ minRows: 2 }))
  await user.click(screen.getByRole('switch', { name: 'Capital and small letters are the same' }))
  await waitFor(async () => expect(await table()).toMatchObject({ uniqueness: [{ ignoreCase: false }] }))
  await user.click(screen.getByRole('button', { name: 'Remove “Product”' }))
  await waitFor(async () => expect(await table()).not.toHaveProperty('uniqueness'))
})
