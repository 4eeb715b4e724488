import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { expect, test, type World } from '../setup/test.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const params = (world: World) => ({ workspace: world.workspace, form: 'showroom' })

/** A form of showrooms with pictures and a gallery of them. */
async function publishShowrooms(owner: ApiClient, world: World): Promise<void> {
  const text = (en: string, zh: string) => ({ en, zh })
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: 'showroom',
        label: text('Showroom', '展厅'),
        labelPlural: text('Showrooms', '展厅'),
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          { type: 'attachment', key: 'photos', label: text('Photos', '照片') },
          { type: 'text', key: 'city', label: text('City', '城市') },
        ],
        layout: {
          sections: [
            { key: 'main', columns: 1, items: ['name', 'photos', 'city'].map((field) => ({ field })) },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        key: 'showroom_gallery',
        form: 'showroom',
        label: text('Pictures', '相册'),
        type: 'gallery',
        columns: ['name', 'city'],
        picture: 'photos',
        sort: [{ field: 'name', direction: 'asc' }],
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params: params(world) })
  const draft = await owner.call('editDraft', { params: params(world), body: { version, edits } })
  await owner.call('publishDraft', { params: params(world), body: { version: draft.version } })
}

async function upload(owner: ApiClient, world: World): Promise<string> {
  const file = new FormData()
  file.append('file', new Blob([png], { type: 'image/png' }), 'front.png')
  const answer = await owner.send(`/api/w/${world.workspace}/files`, { method: 'POST', body: file })
  return ((await answer.json()) as { id: string }).id
}

const scrollToEnd = (page: Page) =>
  page.locator('.pw-gallery').evaluate((list) => {
    list.scrollTop = list.scrollHeight
  })

test('records are looked through by their pictures, all of them, and opened', async ({ journey, world }) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  await publishShowrooms(owner, world)
  const named = (number: number) => `${t('Showroom', '展厅')} ${String(number).padStart(3, '0')}`
  for (let number = 1; number <= 120; number += 1) {
    const photos = number === 1 ? { photos: [await upload(owner, world)] } : {}
    const values = { name: named(number), city: t('Leeds', '苏州'), ...photos }
    await owner.call('createRecord', { params: params(world), body: { values } })
  }
  const page = await journey.as('owner')
  await page.goto(at('/f/showroom?view=showroom_gallery'))
  const card = (number: number) =>
    page.locator('.pw-gallery-card').filter({ has: page.getByRole('button', { name: named(number) }) })

  await test.step('a picture where there is one, and facts below', async () => {
    await expect(card(1).getByRole('img', { name: 'front.png' })).toBeVisible()
    await expect(card(1)).toContainText(t('Leeds', '苏州'))
    await expect(card(2).locator('img')).toHaveCount(0)
    await expectAccessible(page, 'gallery')
  })

  await test.step('further pages come while one scrolls, and few cards are drawn', async () => {
    await expect(async () => {
      await scrollToEnd(page)
      await expect(card(120)).toBeVisible({ timeout: 500 })
    }).toPass()
    expect(await page.locator('.pw-gallery-card').count()).toBeLessThan(60)
  })

  await test.step('one is found and opened by keyboard', async () => {
    await page.getByRole('searchbox').first().fill(named(77))
    await expect(page.locator('.pw-gallery-card')).toHaveCount(1)
    await card(77).getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(named(77))
  })
})
