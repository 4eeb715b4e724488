import type { Values } from '@pipewright/contract'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { upload } from '../setup/upload.ts'

test('lines of a timeline open what they tell: files, a text with its changes, rows and records', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const make = (form: string, values: Values) =>
    owner.call('createRecord', { params: { ...params, form }, body: { values } })
  const account = await make('account', { name: t('Opened Ltd', '展开公司') })
  const product = await make('product', {
    name: t('Opened pump', '展开水泵'),
    code: t('OP-1', 'OP-2'),
    list_price: '10',
    cost: '4',
  })
  const terms = (day: string) =>
    t(`We deliver on ${day} from Hamburg, free of charge.`, `我方将于${day}从上海免费送货。`)
  const change = async (form: string, { id, version }: { id: string; version: number }, values: Values) =>
    owner.call('updateRecord', { params: { ...params, form, id }, body: { version, values } })
  const item = { product: product.id, quantity: '2', unit_price: '10' }
  const quote = await make('quote', {
    account: account.id,
    terms: terms(t('Monday', '周一')).repeat(8),
    items: [item],
  })
  const [row] = quote.values['items'] as { id: string }[]
  const worded = await change('quote', quote, { terms: terms(t('Friday', '周五')).repeat(8) })
  const rows = [{ ...item, id: row?.id ?? '', quantity: '7' }, item]
  await change('quote', worded, { items: rows })
  const contract = await make('contract', { name: t('Opened', '展开合同'), account: account.id, amount: '1' })
  const file = await upload(world, 'deed.txt', Buffer.from('Signed and sealed'))
  const filed = await change('contract', contract, { files: [file] })
  await change('contract', filed, {
    account: (await make('account', { name: t('Heir Ltd', '继承公司') })).id,
  })

  const page = await journey.as('owner')
  const opened = (label: string) => page.getByRole('region', { name: label, exact: true })
  const line = (words: string) => page.locator('.pw-event-open').filter({ hasText: words }).first()

  await test.step('a text is one text with its changes marked, and rows tell what was in them', async () => {
    await page.goto(at(`/f/quote/${quote.id}?tab=timeline`))
    await line(t('Terms', '商务条款')).click()
    await expect(opened(t('Terms', '商务条款')).locator('ins').first()).toContainText(t('Friday', '五'))
    await expect(opened(t('Terms', '商务条款')).locator('del').first()).toContainText(t('Monday', '一'))
    await line(t('Line items', '报价明细')).click()
    const items = opened(t('Line items', '报价明细'))
    await expect(items.locator('.pw-opened-changed')).toContainText('7')
    await expect(items.locator('.pw-opened-added')).toContainText(t('Opened pump', '展开水泵'))
    await expectAccessible(page, 'opened lines of a timeline')
  })

  await test.step('files are looked at from there, and records lead on', async () => {
    await page.goto(at(`/f/contract/${contract.id}?tab=timeline`))
    const files = line(t('Signed documents', '合同附件'))
    await files.click()
    await expect(files).toHaveAttribute('aria-expanded', 'true')
    await page.getByRole('button', { name: 'deed.txt', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'deed.txt' })).toContainText('Signed and sealed')
    await page.keyboard.press('Escape')
    await line(t('Account', '客户')).click()
    await opened(t('Account', '客户'))
      .getByRole('link', { name: t('Heir Ltd', '继承公司') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Heir Ltd', '继承公司'))
  })
})
