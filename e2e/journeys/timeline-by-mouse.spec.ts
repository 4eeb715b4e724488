import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expect, test, type World } from '../setup/test.ts'

const form = 'campaign'
const text = (en: string, zh: string) => ({ en, zh })
const dayWidth = 38

/** A form of campaigns with a timeline of them. */
async function publishCampaigns(world: World): Promise<void> {
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: form,
        label: text('Campaign', '活动'),
        labelPlural: text('Campaigns', '活动'),
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          { type: 'date', key: 'begins', label: text('Begins', '开始') },
          { type: 'date', key: 'ends', label: text('Ends', '结束') },
        ],
        layout: {
          sections: [
            { key: 'main', columns: 1, items: ['name', 'begins', 'ends'].map((field) => ({ field })) },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        form,
        type: 'timeline',
        columns: ['name'],
        start: 'begins',
        end: 'ends',
        span: 'month',
        key: 'campaign_timeline',
        label: text('Plan', '计划'),
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
}

const bar = (page: Page, id: string) => page.locator(`.pw-tl-record[data-record="${id}"]`)

async function dragBar(page: Page, id: string, at: 'start' | 'middle' | 'end', days: number): Promise<void> {
  await bar(page, id).scrollIntoViewIfNeeded()
  const box = await bar(page, id).boundingBox()
  if (box === null) throw new Error('It is not on the screen')
  const x = { start: box.x + 2, middle: box.x + box.width / 2, end: box.x + box.width - 2 }[at]
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + days * dayWidth, y, { steps: 8 })
  await page.mouse.up()
}

test('on a timeline bars are dragged, their ends carried, records dated and new ones drawn with a mouse', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  await publishCampaigns(world)
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form }
  const make = (values: Record<string, string>) => owner.call('createRecord', { params, body: { values } })
  const { id } = await make({ name: t('Fair', '展会'), begins: '2031-05-08', ends: '2031-05-13' })
  const undated = await make({ name: t('Mailing', '邮件推广') })
  const datesOf = async (record: string) => {
    const { values } = await owner.call('getRecord', { params: { ...params, id: record } })
    return `${String(values['begins'])} ${String(values['ends'])}`
  }
  const page = await journey.as('owner')
  await page.goto(at(`/f/${form}?view=campaign_timeline&day=2031-05-12`))
  await expect(bar(page, id)).toBeVisible()

  await test.step('a bar is dragged, its ends are carried, and the last step is taken back', async () => {
    await dragBar(page, id, 'middle', 3)
    await expect.poll(() => datesOf(id)).toBe('2031-05-11 2031-05-16')
    await dragBar(page, id, 'end', -2)
    await expect.poll(() => datesOf(id)).toBe('2031-05-11 2031-05-14')
    await dragBar(page, id, 'start', -1)
    await expect.poll(() => datesOf(id)).toBe('2031-05-10 2031-05-14')
  })

  await test.step('Escape takes a drag back', async () => {
    const box = await bar(page, id).boundingBox()
    const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 10]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 2 * dayWidth, y, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await datesOf(id)).toBe('2031-05-10 2031-05-14')
  })

  await test.step('a record without dates is dragged onto a day', async () => {
    await page.getByRole('button', { name: t('Not scheduled: 1', '未排期：1') }).click()
    await page
      .locator('.pw-tl-undated li')
      .dragTo(page.locator('.pw-tl-scroll'), { targetPosition: { x: 500, y: 100 } })
    await expect.poll(() => datesOf(undated.id)).toMatch(/^2031-05-/)
  })

  await test.step('drawing on the empty line begins a record in that period', async () => {
    const box = await page.locator('.pw-tl-create').boundingBox()
    // Beside where messages are said.
    const scrolled = await page.locator('.pw-tl-scroll').evaluate((it) => it.scrollLeft)
    const [x, y] = [(box?.x ?? 0) + scrolled + 260, (box?.y ?? 0) + 16]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 4 * dayWidth, y, { steps: 6 })
    await page.mouse.up()
    await expect(page).toHaveURL(/begins.*ends/)
  })
})
