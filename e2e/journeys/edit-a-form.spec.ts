import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { dragOnto } from '../setup/drag.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expect, test, type World } from '../setup/test.ts'
import { emailOf, type Locale } from '../setup/world.ts'

type Say = (en: string, zh: string) => string

const card = (page: Page, field: string) => page.locator(`.pwd-field[data-item=${field}]`)
const hit = (page: Page, field: string) => page.locator(`[data-card=${field}]`)
const order = (page: Page): Promise<(string | null)[]> =>
  page.locator('.pwd-field').evaluateAll((cards) => cards.map((one) => one.getAttribute('data-item')))
const barSays = (page: Page, t: Say, count: number) =>
  page.getByRole('button', {
    name: t(
      `Draft: ${count} ${count === 1 ? 'change' : 'changes'} · Review & publish`,
      `草稿：${count} 处更改 · 检查并发布`,
    ),
  })

async function ownOpportunity(world: World, locale: Locale): Promise<string> {
  const [found] = await world.sql<{ id: string }>(
    `select id from opportunity where deleted_at is null and stage = 'needs_analysis'
       and owner = (select id from _member where email = $1) order by id limit 1`,
    [emailOf('rep', locale)],
  )
  return found?.id ?? ''
}

/** Discards what a test left in the draft, so that no other begins with it. */
async function cleanDraft(world: World): Promise<void> {
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const { version } = await owner.call('getDraft', { params })
  await owner.call('discardDraft', { params, body: { version } })
}

test.describe.configure({ mode: 'serial' })

/** The field that the first journey publishes, for the second. */
const published = { key: '', opportunity: '' }

test('a field is dragged into the form, reviewed and published, while a rep goes on typing', async ({
  journey,
  world,
  journeyLocale,
}) => {
  // Two browsers, every pane of the designer, and axe on two of its screens: more than other journeys walk.
  test.setTimeout(240_000)
  const { t, at } = journey
  await cleanDraft(world)
  const label = t('Buying channel', '采购渠道')
  const desk = await journey.as('rep')
  const opportunity = await ownOpportunity(world, journeyLocale)
  await desk.goto(at(`/f/opportunity/${opportunity}`))
  const typed = boxOf(desk, t('Competitor', '竞争对手'))
  await typed.fill(t('Half a sentence', '写到一半'))

  const page = await journey.as('owner')
  await page.goto(at('/f/opportunity'))
  await page.getByRole('button', { name: t('Edit this form', '编辑表单') }).click()
  const type = t('Single choice', '单选')
  const entry = page.getByRole('button', { name: new RegExp(`^${t(`Add ${type}`, `添加${type}`)}`) })
  // The designer is loaded here for the first time.
  await expect(entry).toBeVisible({ timeout: 30_000 })
  const before = await order(page)

  await test.step('drag a single choice into the two-column section', async () => {
    await dragOnto(page, entry, card(page, 'next_step_date'), 'upper')
    await expect(page.locator('.pwd-field')).toHaveCount(before.length + 1)
    const name = boxOf(page, t('Label (English)', '名称 (中文)'))
    await name.fill(label)
    await name.press('Enter')
    await expect(
      hit(page, 'next_step')
        .page()
        .getByRole('button', { name: new RegExp(label) })
        .first(),
    ).toBeVisible()
  })
  const key = (await order(page)).find((one) => !before.includes(one)) ?? ''
  await expectAccessible(page, 'designer')

  await test.step('options and colours', async () => {
    const added = boxOf(page, t('New option', '新选项'))
    for (const option of [t('Tender', '招标'), t('Direct', '直采')]) {
      await added.fill(option)
      await added.press('Enter')
      await expect(boxOf(page, t(`Name of ${option}`, `“${option}”的名称`))).toBeVisible()
    }
    await page.getByRole('button', { name: t('Colour of Tender', '“招标”的颜色') }).click()
    // By its whole name: the swatch of an option names its own colour too.
    await page.getByRole('button', { name: t('Green', '绿色'), exact: true }).click()
  })

  await test.step('required when the stage is Negotiation', async () => {
    await page.getByText(t('When…', '满足条件时'), { exact: true }).click()
    await page.getByRole('button', { name: t('Add condition', '添加条件') }).click()
    await choose(
      page,
      t('Field of condition 1', '第 1 个条件的字段'),
      t('Stage', '销售阶段'),
      t('Stage', '销售阶段'),
    )
    await choose(page, t('Value of condition 1', '第 1 个条件的值'), t('Negotiation', '商务谈判'))
  })

  await test.step('reorder by pointer and by keyboard, undo and redo', async () => {
    await dragOnto(page, card(page, 'competitor'), card(page, 'amount'), 'upper')
    await expect
      .poll(async () => (await order(page)).indexOf('competitor'))
      .toBeLessThan((await order(page)).indexOf('amount'))
    const moved = await order(page)
    await hit(page, 'next_step').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => order(page)).not.toEqual(moved)
    const both = await order(page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => order(page)).toEqual(moved)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => order(page)).toEqual(both)
  })

  await test.step('review and publish', async () => {
    await expect(barSays(page, t, 3)).toBeVisible()
    await barSays(page, t, 3).click()
    const review = page.getByRole('dialog')
    await expect(review.getByText(new RegExp(label)).first()).toBeVisible()
    await expectAccessible(page, 'review')
    await review.getByRole('button', { name: t('Publish', '发布'), exact: true }).click()
    await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible()
  })

  await test.step('the rep gets the field and keeps what he typed', async () => {
    await expect(desk.getByText(label, { exact: true })).toBeVisible()
    await expect(typed).toHaveValue(t('Half a sentence', '写到一半'))
  })
  published.key = key
  published.opportunity = opportunity
})

test('every part of the product knows a field that was just published', async ({ journey, world }) => {
  const { t, at } = journey
  const { key, opportunity } = published
  const label = t('Buying channel', '采购渠道')
  await test.step('everything knows it', async () => {
    const owner = await world.api('owner')
    const rep = await world.api('rep')
    const params = { workspace: world.workspace, form: 'opportunity' }
    const { definition } = await owner.call('getApp', { params })
    const field = definition.forms
      .find((form) => form.key === 'opportunity')
      ?.fields.find((one) => one.key === key)
    const [tender] = field?.type === 'choice' ? (field.options ?? []).slice(-2) : []
    const option = tender?.key ?? ''
    expect(tender).toMatchObject({ color: 'green' })

    const at1 = { ...params, id: opportunity }
    const { version } = await rep.call('getRecord', { params: at1 })
    const refused = await rep.send(`/api/w/${world.workspace}/forms/opportunity/records/${opportunity}`, {
      method: 'PATCH',
      body: { version, values: { stage: 'negotiation', amount: '5.00', close_date: '2027-01-31' } },
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`/${key}`)
    await rep.call('updateRecord', { params: at1, body: { version, values: { [key]: option } } })

    const filter = { eq: [{ var: key }, option] }
    const page1 = await rep.call('queryRecords', { params, body: { columns: ['name', key], filter } })
    expect(page1.rows.map(({ id }) => id)).toEqual([opportunity])
    const board = await rep.call('getBoard', { params, body: { field: key } })
    expect(board.columns.find(({ value }) => value === option)?.count).toBe(1)
    const report = await owner.call('runReport', {
      params,
      body: {
        definition: {
          key: 'by_channel',
          form: 'opportunity',
          label: { en: 'By channel' },
          chart: 'table',
          dimensions: [{ field: key }],
          measures: [{ key: 'count', label: { en: 'Count' }, function: 'count' }],
        },
      },
    })
    expect(report.rows.find(({ groups }) => groups[0] === option)?.values).toEqual(['1'])
    const file = new FormData()
    file.append('file', new Blob([`${t('Name', '商机名称')},${label}\nA,${t('Tender', '招标')}\n`]), 'a.csv')
    const job = await rep.send(`/api/w/${world.workspace}/forms/opportunity/imports`, {
      method: 'POST',
      body: file,
    })
    expect(await job.text()).toContain(`"field":"${key}"`)
    expect(await (await rep.send(`/api/w/${world.workspace}/openapi.json`)).text()).toContain(`"${key}"`)
    expect(await world.sql(`select ${key} from opportunity where id = $1`, [opportunity])).toEqual([
      { [key]: option },
    ])
  })

  await test.step('list and filter offer it', async () => {
    const desk = await journey.as('rep')
    await desk.goto(at(`/f/opportunity?view=opportunity_all&columns=name,${key}`))
    await expect(desk.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
    await desk.getByRole('button', { name: t('Columns', '列设置') }).click()
    await expect(desk.getByText(label, { exact: true }).first()).toBeVisible()
  })
})

test('a form is arranged by keyboard alone, and undone', async ({ journey, world }) => {
  const { t, at } = journey
  await cleanDraft(world)
  const page = await journey.as('owner')
  await page.goto(at('/design/opportunity'))
  await expect(hit(page, 'next_step')).toBeVisible()
  const before = await order(page)

  await hit(page, 'next_step').focus()
  await page.keyboard.press('Enter')
  const type = t('Single choice', '单选')
  await page.getByRole('button', { name: new RegExp(`^${t(`Add ${type}`, `添加${type}`)}`) }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.pwd-field')).toHaveCount(before.length + 1)
  const added = await order(page)
  const key = added.find((one) => !before.includes(one)) ?? ''
  expect(added.indexOf(key)).toBe(added.indexOf('next_step') + 1)

  await hit(page, key).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await order(page)).indexOf(key)).toBe(added.indexOf('next_step'))

  await test.step('lift, carry and drop with the handle', async () => {
    const placed = await order(page)
    const handle = card(page, key).locator('[data-grab]')
    await handle.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect.poll(() => order(page)).not.toEqual(placed)
  })

  await expect(barSays(page, t, 1)).toBeVisible()
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Control+z')
  await expect.poll(() => order(page)).toEqual(before)
  await expect(
    page.getByRole('button', { name: new RegExp(t('Draft: 0 changes', '草稿：0 处更改')) }),
  ).toBeDisabled()
})
