import type { BodyOf, Routes } from '@pipewright/contract'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { expect, test, type World } from '../setup/test.ts'

const params = (world: World) => ({ workspace: world.workspace, form: 'site_visit' })
const regions = Array.from({ length: 100 }, (_, at) => `r${at + 1}`)
const regionName = (region: string) => ({ en: `Region ${region.slice(1)}`, zh: `片区 ${region.slice(1)}` })

/** A form of visits with stages, one of which asks for a reason, and a hundred regions. */
async function publishVisits(owner: ApiClient, world: World): Promise<void> {
  const text = (en: string, zh: string) => ({ en, zh })
  const stage = (key: string, en: string, zh: string) => ({ key, label: text(en, zh) })
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: 'site_visit',
        label: text('Visit', '拜访'),
        labelPlural: text('Visits', '拜访'),
        titleField: 'name',
        searchFields: ['name'],
        stageField: 'stage',
        stages: [{ key: 'planned' }, { key: 'done' }, { key: 'dropped', enter: { fields: ['reason'] } }],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          {
            type: 'choice',
            key: 'stage',
            label: text('Stage', '阶段'),
            default: 'planned',
            options: [
              stage('planned', 'Planned', '计划中'),
              stage('done', 'Done', '已完成'),
              stage('dropped', 'Dropped', '已取消'),
            ],
          },
          {
            type: 'choice',
            key: 'region',
            label: text('Region', '片区'),
            options: regions.map((key) => ({ key, label: regionName(key) })),
          },
          { type: 'member', key: 'visitor', label: text('Visitor', '拜访人') },
          { type: 'number', key: 'hours', label: text('Hours', '工时') },
          { type: 'text', key: 'reason', label: text('Reason', '原因') },
        ],
        layout: {
          sections: [
            {
              key: 'main',
              columns: 1,
              items: ['name', 'stage', 'region', 'visitor', 'hours', 'reason'].map((field) => ({ field })),
            },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        key: 'site_visit_board',
        form: 'site_visit',
        label: text('By stage', '按阶段'),
        type: 'board',
        columns: ['name', 'hours'],
        groupBy: 'stage',
        sums: ['hours'],
        sort: [{ field: 'name', direction: 'asc' }],
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params: params(world) })
  const draft = await owner.call('editDraft', { params: params(world), body: { version, edits } })
  await owner.call('publishDraft', { params: params(world), body: { version: draft.version } })
}

/** How often the page asked for boards. */
function countBoards(page: Page): () => number {
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/forms/site_visit/board')) asked += 1
  })
  return () => asked
}

test('a board is read and worked in lanes: chosen, moved across by keyboard and pointer, and saved', async ({
  journey,
  world,
}, { project }) => {
  test.slow()
  const { t, at } = journey
  const isPhone = project.name.endsWith('phone')
  const owner = await world.api('owner')
  await publishVisits(owner, world)
  const title = (number: number) => `${t('Visit', '拜访')} ${String(number).padStart(2, '0')}`
  for (const [at_, region] of regions.slice(0, 40).entries()) {
    const values = { name: title(at_ + 1), region, hours: '2' }
    await owner.call('createRecord', { params: params(world), body: { values } })
  }
  const page = await journey.as('owner')
  const asked = countBoards(page)
  const lane = (region: string) =>
    page.getByRole('region', { name: new RegExp(`^${t('Region', '片区')} ${region.slice(1)}(: |：)`) })
  const cell = (region: string, stage: string) =>
    lane(region).getByRole('group', { name: new RegExp(`(, |，)${stage}(: |：)`) })
  const planned = t('Planned', '计划中')
  const done = t('Done', '已完成')
  const dropped = t('Dropped', '已取消')
  const moveMenu = (number: number) =>
    page.getByRole('button', { name: t(`Move “${title(number)}” to…`, `将“${title(number)}”移动到…`) })

  await test.step('lanes are chosen, and few of a hundred are asked for', async () => {
    await page.goto(at('/f/site_visit?view=site_visit_board'))
    await page.getByRole('button', { name: t('Lanes', '泳道'), exact: true }).click()
    const before = asked()
    await page.getByRole('menuitem', { name: t('Region', '片区'), exact: true }).click()
    await expect(cell('r1', planned)).toContainText(title(1))
    await expect(page.locator('.pw-lane')).toHaveCount(100)
    expect(asked() - before).toBeLessThan(25)
    await expectAccessible(page, 'lanes')
  })

  await test.step('a card is moved to another stage and lane by keyboard', async () => {
    await moveMenu(1).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: t('Region 2', '片区 2'), exact: true }).click()
    await expect(cell('r2', planned)).toContainText(title(1))
    await expect(lane('r2')).toContainText('4')
    await moveMenu(1).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: done, exact: true }).click()
    await expect(cell('r2', done)).toContainText(title(1))
  })

  await test.step('what a stage asks for is asked in place', async () => {
    await moveMenu(1).click()
    await page.getByRole('menuitem', { name: dropped, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('Reason', '原因')).fill(t('No time', '没有时间'))
    await dialog.getByRole('button', { name: t('Move', '移动'), exact: true }).click()
    await expect(cell('r2', dropped)).toContainText(title(1))
  })

  if (!isPhone)
    await test.step('a card is dragged across lanes and columns at once', async () => {
      await page
        .locator('.pw-board-card')
        .filter({ hasText: title(3) })
        .dragTo(cell('r2', done))
      await expect(cell('r2', done)).toContainText(title(3))
      await expect(lane('r3').locator('.pw-lane-count')).toHaveText('0')
    })

  await test.step('a lane is folded, and stays so', async () => {
    const kept = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/folded'),
    )
    await page.getByRole('button', { name: t('Fold Region 2', '收起泳道“片区 2”'), exact: true }).click()
    await kept
    await expect(lane('r2').locator('.pw-board-card')).toHaveCount(0)
    await page.reload()
    const open = page.getByRole('button', { name: t('Open Region 2', '展开泳道“片区 2”'), exact: true })
    await expect(open).toHaveAttribute('aria-expanded', 'false')
    await open.click()
    await expect(cell('r2', dropped)).toContainText(title(1))
  })

  await test.step('a card goes to somebody who has no lane yet', async () => {
    await page.getByRole('button', { name: t('Lanes: Region', '泳道：片区') }).click()
    await page.getByRole('menuitem', { name: t('Visitor', '拜访人'), exact: true }).click()
    await moveMenu(2).click()
    await page.getByRole('menuitem', { name: t('Search Visitor…', '搜索拜访人…') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill(t('Ada', '林晓'))
    await page.locator('.ant-select-item-option').first().click()
    await dialog.getByRole('button', { name: t('Move', '移动'), exact: true }).click()
    const own = page.getByRole('region', { name: new RegExp(`^${t('Ada Lovelace', '林晓')}(: |：)1$`) })
    await expect(own).toContainText(title(2))
  })

  await test.step('what is seen is saved as a view with its lanes', async () => {
    await expect(page.getByText(t('Changed: lanes', '已更改：泳道'))).toBeVisible()
    await page.getByRole('button', { name: t('Save as a new view', '另存为新视图') }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(t('By visitor', '按拜访人'))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('Save', '保存') })
      .click()
    await expect(page.getByText(t('Changed:', '已更改：'))).toHaveCount(0)
    await expect(page.getByRole('button', { name: t('Lanes: Visitor', '泳道：拜访人') })).toBeVisible()
  })
})
