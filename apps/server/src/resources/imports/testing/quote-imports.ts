import type { Import, ImportWrites, Problem } from '@pipewright/contract'
import { settled, upload, type Browser } from './upload.ts'

const workspace = 'acme'

/** Heads a file of quotes with their lines. */
export const quoteHeader = 'Account,Valid until,Items: Product,Items: Quantity,Items: Unit price'

/** Rows of a file name the records that they change by their ids. */
export const byId: ImportWrites = { mode: 'update', by: ['id'], empty: 'keep' }

/** An account, two products and what an import of quotes takes, in an app under test with the template. */
export async function quoteImports<B extends Browser>(world: {
  owner(): Promise<B>
  close(): Promise<void>
}) {
  const owner = await world.owner()
  const make = async (form: string, values: Record<string, unknown>) =>
    (await owner.call('createRecord', { params: { workspace, form }, body: { values: values as never } })).id
  const account = await make('account', { name: 'Acme' })
  const pump = await make('product', { code: 'P-1', name: 'Pump', list_price: '10', cost: '4' })
  const valve = await make('product', { code: 'V-1', name: 'Valve', list_price: '5', cost: '1' })
  const send = async (content: string | Uint8Array, browser: Browser = owner, name = 'a.csv') =>
    (await upload<Import & Problem>(browser, `/api/w/${workspace}/forms/quote/imports`, name, content)).body
  const check = async (
    { id, mapping }: Pick<Import, 'id' | 'mapping'>,
    writes?: ImportWrites,
    browser: Browser = owner,
  ) => {
    const body = { mapping, ...(writes && { writes }) }
    await browser.call('checkImport', { params: { workspace, id }, body })
    return settled(browser, workspace, id)
  }
  const commit = async (id: string, skipBad = false, browser: Browser = owner) => {
    await browser.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(browser, workspace, id)
  }
  const valuesOf = async (id: string) =>
    (await owner.call('getRecord', { params: { workspace, form: 'quote', id } })).values
  const itemsOf = async (id: string) => (await valuesOf(id))['items'] as unknown as Record<string, unknown>[]
  const ids = async () => {
    const { rows } = await owner.call('queryRecords', { params: { workspace, form: 'quote' }, body: {} })
    return rows.map(({ id }) => id)
  }
  const quotes = async () => Promise.all((await ids()).map(itemsOf))
  return {
    world,
    owner,
    make,
    account,
    pump,
    valve,
    send,
    check,
    commit,
    valuesOf,
    itemsOf,
    ids,
    quotes,
    [Symbol.asyncDispose]: world.close,
  }
}
