import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { expect, test, type World } from '../setup/test.ts'

const form = 'store'
const params = (world: World) => ({ workspace: world.workspace, form })
const text = (en: string, zh: string) => ({ en, zh })
const option = (key: string, label: { en: string; zh: string }, color: 'green' | 'orange') => ({
  key,
  label,
  color,
})

/** A form of stores with where they are, and a map of them. */
async function publishStores(owner: ApiClient, world: World): Promise<void> {
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: form,
        label: text('Store', '门店'),
        labelPlural: text('Stores', '门店'),
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          { type: 'location', key: 'place', label: text('Place', '位置') },
          { type: 'phone', key: 'phone', label: text('Phone', '电话') },
          {
            type: 'choice',
            key: 'grade',
            label: text('Grade', '等级'),
            options: [
              option('a', text('Key', '重点'), 'green'),
              option('b', text('Usual', '普通'), 'orange'),
            ],
          },
        ],
        layout: {
          sections: [
            {
              key: 'main',
              columns: 1,
              items: ['name', 'place', 'phone', 'grade'].map((field) => ({ field })),
            },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        key: 'store_map',
        form,
        label: text('Stores on the map', '门店地图'),
        type: 'map',
        columns: ['name', 'phone', 'grade'],
        place: 'place',
        colorBy: 'grade',
        sort: [{ field: 'name', direction: 'asc' }],
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params: params(world) })
  const draft = await owner.call('editDraft', { params: params(world), body: { version, edits } })
  await owner.call('publishDraft', { params: params(world), body: { version: draft.version } })
}

/** Many around Shanghai, one in Leeds, and two of which nobody knows where they are. */
async function makeStores(owner: ApiClient, world: World, name: (number: number) => string) {
  const place = (latitude: number, longitude: number) => ({
    place: { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6), label: null },
  })
  const make = async (number: number, where: object) => {
    const values = { name: name(number), phone: '021 6100 0000', grade: number % 2 ? 'a' : 'b', ...where }
    return owner.call('createRecord', { params: params(world), body: { values } })
  }
  const leeds = await make(1, place(53.8, -1.549))
  for (let number = 2; number <= 70; number += 1)
    await make(number, place(31 + (number % 10) * 0.05, 121 + Math.floor(number / 10) * 0.05))
  await make(71, {})
  await make(72, {})
  return leeds
}

const many = (page: Page) => page.locator('.pw-map-many')
const one = (page: Page) => page.locator('.pw-map-one')
const side = (page: Page) => page.locator('.pw-map-side')

test('records lie on a map of our own: counted where they are close, opened, listed, and found around one', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  await publishStores(owner, world)
  const name = (number: number) => `${t('Store', '门店')} ${String(number).padStart(3, '0')}`
  const leeds = await makeStores(owner, world, name)
  const page = await journey.as('owner')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url())
  })
  const outlines = page.waitForResponse(/land-50m.*\.json/)
  await page.goto(at('/f/store?view=store_map'))
  const inSight = (count: number) =>
    side(page).getByText(t(`In sight: ${count}`, `当前区域：${count}`), { exact: true })
  const listed = (number: number) => side(page).getByRole('button', { name: name(number), exact: true })
  const showList = async () => {
    const unfold = page.getByRole('button', { name: t('Unfold the list', '展开列表') })
    if (await unfold.isVisible()) await unfold.click()
  }
  const foldList = async () => {
    const fold = page.getByRole('button', { name: t('Fold the list', '收起列表') })
    if (await fold.isVisible()) await fold.click()
  }

  await test.step('all are in sight at first, on land that comes from here', async () => {
    expect((await outlines).status()).toBe(200)
    await expect(page.locator('.pw-map-land').first()).toBeAttached()
    await expect(inSight(70)).toBeVisible()
    await expect(many(page)).toHaveText('69')
    await expect(one(page)).toHaveAccessibleName(name(1) + t(', Key', '，重点'))
    await expectAccessible(page, 'map of the world')
  })

  await test.step('where several lie, Enter zooms to them, and the address keeps where that is', async () => {
    await many(page).focus()
    await page.keyboard.press('Enter')
    await expect(inSight(69)).toBeVisible()
    await expect(page).toHaveURL(/at=3\d\.\d+%2C121\.\d+%2C\d+/)
    await expect(page.locator('.pw-map-mark').nth(5)).toBeVisible()
    await page.reload()
    await expect(inSight(69)).toBeVisible()
    await expectAccessible(page, 'map of a city')
  })

  await test.step('the list has the same records, page after page', async () => {
    await showList()
    await expect(listed(2)).toBeVisible()
    await expect(listed(1)).toHaveCount(0)
    await side(page)
      .getByRole('button', { name: t('Show more', '显示更多') })
      .click()
    await expect(listed(70)).toBeVisible()
    await listed(70).click()
    const card = page.getByRole('article', { name: name(70) })
    await expect(card.getByRole('link', { name: '021 6100 0000' })).toHaveAttribute('href', 'tel:02161000000')
    await expect(card.getByRole('link', { name: t('Directions', '导航') })).toHaveAttribute('href', /31\.0/)
    await expectAccessible(page, 'card on a map')
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
    await foldList()
  })

  await test.step('what is searched for is counted alone, and what somebody else changes comes by itself', async () => {
    await page.getByRole('button', { name: t('Show all records', '显示全部记录') }).click()
    await page.getByRole('searchbox').first().fill(name(1))
    await expect(inSight(1)).toBeVisible()
    await expect(one(page)).toHaveCount(1)
    const place = { latitude: '53.810000', longitude: '-1.540000', label: null }
    const values = { name: `${name(1)} B`, place }
    const added = await owner.call('createRecord', { params: params(world), body: { values } })
    await expect(inSight(2)).toBeVisible({ timeout: 20_000 })
    await owner.call('updateRecord', {
      params: { ...params(world), id: added.id },
      body: { version: added.version, values: { place: null } },
    })
    await expect(inSight(1)).toBeVisible({ timeout: 20_000 })
  })

  await test.step('a point opens a card by keyboard, and the card its record', async () => {
    await one(page).focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('article', { name: name(1) })
    await expect(card.getByRole('button', { name: name(1), exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(leeds.id))
    await page.goBack()
  })

  await test.step('those without a location are counted and listed', async () => {
    await page.goto(at('/f/store?view=store_map'))
    await side(page).getByText(t('No location: 3', '无位置：3'), { exact: true }).click()
    await expect(listed(71)).toBeVisible()
    await expect(listed(72)).toBeVisible()
    await expectAccessible(page, 'records without a location')
    await foldList()
  })

  await test.step('around me: refused it is said, allowed the map goes there', async () => {
    const around = page.getByRole('button', { name: t('Around me', '我的附近') })
    await around.click()
    await expect(
      page.getByText(t('was not allowed to tell your position', '浏览器未获准提供位置')),
    ).toBeVisible()
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ latitude: 53.8, longitude: -1.55, accuracy: 30 })
    await around.click()
    await expect(page.locator('.pw-map-me')).toBeAttached()
    await expect(inSight(1)).toBeVisible()
    await expect(page).toHaveURL(/at=53\.80000%2C-1\.55000%2C13/)
  })
  expect(elsewhere).toEqual([])
})
