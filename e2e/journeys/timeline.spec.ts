import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { expect, test, type World } from '../setup/test.ts'

const form = 'project'
const params = (world: World) => ({ workspace: world.workspace, form })
const text = (en: string, zh: string) => ({ en, zh })
const option = (key: string, label: { en: string; zh: string }, color: 'green' | 'orange') => ({
  key,
  label,
  color,
})

/** A form of projects, with a timeline of all and one by phase. */
async function publishProjects(owner: ApiClient, world: World): Promise<void> {
  const view = {
    form,
    type: 'timeline' as const,
    columns: ['name'],
    start: 'begins',
    end: 'ends',
    colorBy: 'phase',
    span: 'month' as const,
  }
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: form,
        label: text('Project', '项目'),
        labelPlural: text('Projects', '项目'),
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          { type: 'date', key: 'begins', label: text('Begins', '开始') },
          { type: 'date', key: 'ends', label: text('Ends', '结束') },
          {
            type: 'choice',
            key: 'phase',
            label: text('Phase', '阶段'),
            options: [
              option('plan', text('Planning', '规划'), 'orange'),
              option('build', text('Building', '实施'), 'green'),
            ],
          },
        ],
        layout: {
          sections: [
            {
              key: 'main',
              columns: 1,
              items: ['name', 'begins', 'ends', 'phase'].map((field) => ({ field })),
            },
          ],
        },
      },
    },
    { type: 'putView', view: { ...view, key: 'project_timeline', label: text('Plan', '计划') } },
    {
      type: 'putView',
      view: { ...view, key: 'project_phases', label: text('By phase', '按阶段'), groupBy: 'phase' },
    },
  ]
  const { version } = await owner.call('getDraft', { params: params(world) })
  const draft = await owner.call('editDraft', { params: params(world), body: { version, edits } })
  await owner.call('publishDraft', { params: params(world), body: { version: draft.version } })
}

async function makeProjects(world: World, name: (number: number) => string): Promise<string[]> {
  const owner = await world.api('owner')
  await publishProjects(owner, world)
  const ids: string[] = []
  for (let number = 1; number <= 150; number += 1) {
    const begins = `2031-05-${String((number % 28) + 1).padStart(2, '0')}`
    const dates =
      number === 1
        ? { begins: '2031-05-01', ends: '2031-05-06' }
        : number > 148
          ? {}
          : { begins, ends: '2031-06-10' }
    const values = { name: name(number), phase: number % 2 === 0 ? 'plan' : 'build', ...dates }
    const { id } = await owner.call('createRecord', { params: params(world), body: { values } })
    ids.push(id)
  }
  return ids
}

const bar = (page: Page, id: string) => page.locator(`.pw-tl-record[data-record="${id}"]`)

test('projects lie on a timeline: moved and lengthened by keys, dated and folded, with what others do', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const name = (number: number) => `${t('Project', '项目')} ${String(number).padStart(3, '0')}`
  const ids = await makeProjects(world, name)
  const [first = '', second = ''] = ids
  const undated = ids.at(-1) ?? ''
  const datesOf = async (id: string) =>
    (
      await world.sql<{ dates: string }>(
        `select coalesce(begins::text, '') || ' ' || coalesce(ends::text, '') as dates from project where id = $1`,
        [id],
      )
    )[0]?.dates
  const page = await journey.as('owner')
  const open = (view: string, span = 'month') =>
    page.goto(at(`/f/project?view=${view}&span=${span}&day=2031-05-12`))

  await test.step('each scale is accessible, and all rows come while one scrolls', async () => {
    for (const span of ['day', 'week', 'quarter', 'year', 'month']) {
      await open('project_timeline', span)
      await expect(page.locator('.pw-tl-record').first()).toBeVisible()
      await expectAccessible(page, `timeline by ${span}`)
    }
    await expect(page.locator('.pw-tl-count')).toContainText(t('148 records', '148 条'))
    expect(await page.locator('.pw-tl-record').count()).toBeLessThan(60)
    await expect(async () => {
      await page.locator('.pw-tl-scroll').evaluate((list) => {
        list.scrollTop = list.scrollHeight
      })
      await expect(page.locator('[data-index="147"]')).toBeVisible({ timeout: 500 })
    }).toPass()
  })

  await test.step('a record without dates is dated by a dialog', async () => {
    await page.getByRole('button', { name: t('Not scheduled: 2', '未排期：2') }).click()
    const tray = page.locator('.pw-tl-undated')
    await expect(tray.locator('li')).toHaveCount(2)
    await expectAccessible(page, 'what is not scheduled')
    await tray
      .locator('li')
      .filter({ hasText: name(150) })
      .getByRole('button', { name: t('Move “', '移动“') })
      .click()
    const dialog = page.getByRole('dialog').filter({ has: page.locator('form') })
    const begins = dialog.locator('[data-field=begins] input')
    await begins.fill('2031-05-02')
    await begins.press('Enter')
    await dialog.getByRole('button', { name: t('Move', '移动'), exact: true }).click()
    await expect.poll(() => datesOf(undated)).toBe('2031-05-02 ')
    await expect(dialog).toHaveCount(0)
    await expect(tray.locator('li')).toHaveCount(1)
  })

  await test.step('keys lead through the lines, move a record and carry its end as one step', async () => {
    await open('project_timeline')
    await bar(page, first).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(page.getByRole('status').filter({ hasText: name(1) })).toContainText(
      t('May 3, 2031 – May 9, 2031', '2031-05-03 – 2031-05-09'),
    )
    await expect.poll(() => datesOf(first)).toBe('2031-05-03 2031-05-09')
    await expect(bar(page, first)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(bar(page, first)).not.toBeFocused()
    await expect(page.locator('.pw-tl-record:focus')).toHaveCount(1)
  })

  await test.step('what a colleague changes moves by itself', async () => {
    const api = await world.api('owner')
    const path = { params: { ...params(world), id: second } }
    const { version } = await api.call('getRecord', path)
    await expect(bar(page, second)).toBeAttached()
    const before = await bar(page, second).getAttribute('aria-label')
    await api.call('updateRecord', { ...path, body: { version, values: { ends: '2031-05-20' } } })
    await expect(bar(page, second)).not.toHaveAttribute('aria-label', before ?? '')
    await expect(bar(page, second)).toHaveAttribute('aria-label', new RegExp(t('May 20', '05-20')))
  })

  await test.step('groups fold', async () => {
    await open('project_phases')
    const planning = page.getByRole('button', { name: new RegExp(`^${t('Planning', '规划')}`) })
    await expect(planning).toHaveAttribute('aria-expanded', 'true')
    await expect(page.locator('.pw-tl-record').first()).toBeVisible()
    await expectAccessible(page, 'timeline in groups')
    await planning.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(planning).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowRight')
    await expect(planning).toHaveAttribute('aria-expanded', 'true')
  })

  await test.step('search narrows it, and a click opens', async () => {
    await open('project_timeline')
    await page.getByRole('searchbox').first().fill(name(1))
    await expect(page.locator('.pw-tl-record')).toHaveCount(1)
    await bar(page, first).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name(1))
  })
})
