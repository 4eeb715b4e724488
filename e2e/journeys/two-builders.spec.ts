import type { Page } from '@playwright/test'
import { boxOf } from '../setup/form-hand.ts'
import { expectKept } from '../setup/kept-here.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password } from '../setup/world.ts'

const hit = (page: Page, field: string) => page.locator(`[data-card=${field}]`)
const card = (page: Page, field: string) => page.locator(`.pwd-field[data-item=${field}]`)

test('two builders see each other at work, and one is told what the other publishes', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const api = await world.api('owner')
  const params = { workspace: world.workspace }
  const { members } = await api.call('listMembers', { params })
  const second = members.find(({ email }) => email === emailOf('manager', journeyLocale))
  const roles = second?.roles ?? []
  const become = async (next: string[]) => {
    await api.call('updateMember', { params: { ...params, id: second?.id ?? '' }, body: { roles: next } })
    world.signedOut('manager')
  }
  await api.call('confirmPassword', { body: { password } })
  await become([...roles, 'admin'])
  const { version: left } = await api.call('getDraft', { params })
  await api.call('discardDraft', { params, body: { version: left } })
  const [one, two] = [await journey.as('owner'), await journey.as('manager')]
  const other = (page: Page, person: 'owner' | 'manager') =>
    page.getByRole('button', { name: new RegExp(`^${nameOf(person, journeyLocale)}`) })
  for (const page of [one, two]) {
    await page.goto(at('/design/lead'))
    await expect(page.locator('[data-card]').first()).toBeVisible({ timeout: 30_000 })
  }

  await test.step('each sees where the other is', async () => {
    const [first] = await one.locator('[data-card]').all()
    const key = (await first?.getAttribute('data-card')) ?? ''
    await hit(one, key).click()
    await expect(card(two, key)).toHaveAttribute('data-other', nameOf('owner', journeyLocale))
    await expect(other(one, 'manager')).toBeVisible()
    await expect(other(two, 'owner')).toBeVisible()
  })

  await test.step('a change of one is told to the other while it is made', async () => {
    await one.getByRole('button', { name: new RegExp(`^${t('Add Percent', '添加百分比')}`) }).click()
    const name = boxOf(one, t('Label (English)', '名称 (中文)'))
    await name.fill(t('Likelihood', '成交可能'))
    await name.press('Enter')
    await other(two, 'owner').click()
    await expect(two.getByText(new RegExp(t('Likelihood', '成交可能'))).first()).toBeVisible()
    await two.keyboard.press('Escape')
  })

  await test.step('what one publishes is offered to the other, who has changes of an own', async () => {
    await two.getByRole('button', { name: new RegExp(`^${t('Add Phone', '添加电话')}`) }).click()
    const name = boxOf(two, t('Label (English)', '名称 (中文)'))
    await name.fill(t('Second line', '备用电话'))
    await name.press('Enter')
    await expect(two.getByText(t('Saved', '已保存'), { exact: true })).toBeVisible()
    const { version } = await api.call('getDraft', { params })
    const { revision } = await api.call('getApp', { params })
    const drafts: string[] = []
    two.on('request', (request) => {
      if (request.method() === 'GET' && request.url().endsWith('/draft')) drafts.push(request.url())
    })
    await api.call('publishDraft', { params, body: { version } })
    const offer = two.getByRole('button', { name: t('Take it over', '合并') })
    await expect(offer).toBeVisible()
    // What is laid by of the new app drops what is older; the draft that is worked on is no part of that.
    await expectKept(two, 'getApp', `"revision":${revision + 1},`)
    await expect(offer).toBeVisible()
    expect(drafts).toEqual([])
  })
  await become(roles)
})
