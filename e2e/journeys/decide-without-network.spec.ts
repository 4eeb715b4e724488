import { expectAccessible } from '../setup/accessibility.ts'
import { expectKept, laidBy } from '../setup/kept-here.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'
import { cutNetwork, mendNetwork } from '../setup/network.ts'

test.use({ serviceWorkers: 'allow' })

test('approvals are decided without a network, sent once, and told when they were overtaken', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const { account, products } = await recordsOf(world, 'rep', journeyLocale)
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'quote' }
  const submitted = async (price: string) => {
    const items = [{ product: products[0].id, quantity: '1', unit_price: price, discount: '30' }]
    const quote = await rep.call('createRecord', {
      params,
      body: { values: { account: account.id, items } },
    })
    const run = await rep.call('submitRecord', {
      params: { ...params, id: quote.id, workflow: 'discount_approval' },
      body: { version: quote.version },
    })
    return { ...quote, run: run.id }
  }
  const [good, bad, gone] = [
    await submitted('1000.00'),
    await submitted('2000.00'),
    await submitted('3000.00'),
  ]
  const statusOf = async ({ id }: { id: string }) =>
    (await rep.call('getRecord', { params: { ...params, id } })).values['status']
  const decisionsOf = async ({ id }: { id: string }) =>
    (await rep.call('listRuns', { params: { ...params, id } })).runs.flatMap(({ steps }) =>
      steps.map(({ state, comment }) => [state, comment]),
    )

  const page = await journey.as('manager')
  const mark = t('Waits to be sent', '等待发送')
  const approve = t('Approve', '同意')
  const card = ({ title }: { title: string }) => page.locator('.task-card').filter({ hasText: title })
  const decided = (of: { title: string }) => card(of).locator('.waiting-decision')

  await page.goto(at('/todo'))
  await expect(card(gone)).toBeVisible()
  await expectKept(page, 'listTodo', gone.title)
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(page.context())

  const [fine, dear] = [t('Fine, once', '同意，仅此一次'), t('Too much', '折扣过高')]
  await test.step('a decision stands where it was made, can be taken back and made anew', async () => {
    await card(good).getByLabel(t('Comment', '审批意见')).fill(fine)
    await card(good).getByRole('button', { name: approve }).click()
    await card(bad).getByRole('button', { name: approve }).click()
    await expect(decided(bad)).toContainText(mark)
    await decided(bad)
      .getByRole('button', { name: t('Take back', '撤回') })
      .click()
    await card(bad).getByLabel(t('Comment', '审批意见')).fill(dear)
    await card(bad)
      .getByRole('button', { name: t('Reject', '驳回') })
      .click()
    await card(gone).getByRole('button', { name: approve }).click()
    await expect(decided(gone)).toContainText(mark)
    await page.reload()
    await expect(decided(good)).toContainText(fine)
    await expect(decided(good)).toContainText(t('You approved this.', '您已同意。'))
    await expect(decided(bad)).toContainText(t('You rejected this.', '您已驳回。'))
    await expect(decided(gone)).toContainText(mark)
    await expectAccessible(page, 'approvals that were decided without a network')
    expect(await statusOf(good)).toBe(await statusOf(gone))
  })

  await test.step('what was withdrawn meanwhile is not decided, and that is said', async () => {
    await rep.call('withdrawRun', {
      params: { workspace: world.workspace, id: gone.run },
      body: {},
    })
    await mendNetwork(page.context())
    await expect.poll(() => statusOf(good), { timeout: 20_000 }).toBe('approved')
    await expect.poll(() => statusOf(bad)).toBe('rejected')
    expect(await decisionsOf(good)).toEqual([['approved', fine]])
    expect(await decisionsOf(bad)).toEqual([['rejected', dear]])
    expect(await statusOf(gone)).toBe('draft')
    await page.goto(at('/waiting'))
    const line = page.locator('.waiting-line')
    await expect(line).toHaveCount(1)
    await expect(line).toContainText(gone.title)
    await expect(line).toContainText(
      t(
        'This was decided or withdrawn in the meantime. Your decision does not count.',
        '此审批在此期间已有结果或已被撤回，您的决定未生效。',
      ),
    )
    await expect(line.getByRole('button', { name: t('Send again', '再次发送') })).toHaveCount(0)
    await expectAccessible(page, 'a decision that was overtaken')
    await line.getByRole('link', { name: t('Open record', '查看记录') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(gone.title)
  })
})
