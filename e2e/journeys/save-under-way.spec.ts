import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

/** Holds the next save of a record back, until it is let go. */
async function holdNextSave(page: Page, id: string): Promise<() => void> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isFirst = true
  await page.route(`**/records/${id}`, async (route) => {
    if (route.request().method() !== 'PATCH' || !isFirst) return route.fallback()
    isFirst = false
    await held
    return route.continue()
  })
  return letGo
}

test('who leaves a record while it is saved finds his words when he comes back, and builds on them', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'opportunity' }
  const made = await rep.call('createRecord', {
    params,
    body: { values: { name: t('Slow line', '慢线路商机') } },
  })
  const stored = async () => (await rep.call('getRecord', { params: { ...params, id: made.id } })).values
  const page = await journey.as('rep')
  const box = (key: string) => page.locator(`[data-field=${key}]`).locator('input, textarea').first()
  const save = page.locator('.pw-form-foot button[type=submit]')
  const restored = page.getByText(t('What you typed earlier has been restored.', '已恢复您之前填写的内容。'))
  const leave = async () => {
    await page.goBack()
    await expect(page).toHaveURL(/\/f\/opportunity\?q=/)
  }
  const open = async () => {
    await page.goto(at(`/f/opportunity?q=${encodeURIComponent(t('Slow line', '慢线路商机'))}`))
    await page.getByText(t('Slow line', '慢线路商机')).first().click()
    await expect(box('next_step')).toBeVisible()
  }

  await test.step('the words are there, on their way; what is saved next follows them', async () => {
    await open()
    const letGo = await holdNextSave(page, made.id)
    await box('next_step').fill(t('Call back', '回电'))
    await save.click()
    await leave()
    await page.goForward()
    await expect(box('next_step')).toHaveValue(t('Call back', '回电'))
    await expect(save).toHaveClass(/loading/)
    await expect(restored).toBeHidden()
    await box('name').fill(t('Slow line, two', '慢线路商机二'))
    letGo()
    await expect.poll(async () => (await stored())['next_step']).toBe(t('Call back', '回电'))
    await expect(save).not.toHaveClass(/loading/)
    await expect(box('name')).toHaveValue(t('Slow line, two', '慢线路商机二'))
    await save.click()
    await expect.poll(async () => (await stored())['name']).toBe(t('Slow line, two', '慢线路商机二'))
    await expect(page.locator('.pw-form-foot')).toBeHidden()
    expect((await stored())['next_step']).toBe(t('Call back', '回电'))
    await page.reload()
    await expect(box('next_step')).toHaveValue(t('Call back', '回电'))
    await expect(restored).toBeHidden()
  })

  await test.step('a save that fails after its record was left says so and leads back to the words', async () => {
    await open()
    const letGo = await holdNextSave(page, made.id)
    await box('next_step').fill(t('Send the offer', '发报价'))
    await save.click()
    await leave()
    const { version } = await rep.call('getRecord', { params: { ...params, id: made.id } })
    await rep.call('updateRecord', {
      params: { ...params, id: made.id },
      body: { version, values: { next_step: t('Wait', '等待') } },
    })
    letGo()
    const told = page.getByRole('alert').filter({ hasText: t('were not saved', '未能保存') })
    await expect(told).toBeVisible()
    await expectAccessible(page, 'a record that was not saved')
    await page.getByRole('button', { name: t('Open record', '查看记录') }).click()
    await expect(restored).toBeVisible()
    await expect(box('next_step')).toHaveValue(t('Send the offer', '发报价'))
    expect((await stored())['next_step']).toBe(t('Wait', '等待'))
  })
})
