import { stat } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { publishForm } from '../setup/large-form.ts'
import { expect, test } from '../setup/test.ts'

type Say = (en: string, zh: string) => string

const label = (en: string, zh: string) => ({ en, zh })
const v = (name: string) => ({ var: name })
const own = { labelPlural: label('Stations', '泵站'), titleField: 'name' }
const allPieces = label('All pieces', '件数合计')

const parts = {
  type: 'lineItems',
  key: 'parts',
  label: label('Parts', '部件'),
  fields: [
    { type: 'text', key: 'part', label: label('Part', '部件名称'), required: true },
    { type: 'number', key: 'pieces', label: label('Pieces', '件数'), scale: 0 },
    { type: 'text', key: 'reason', label: label('Reason', '原因') },
  ],
}
const sum = { form: 'station', lineItems: 'pumps.parts', function: 'sum', resultType: 'number', scale: 0 }

/** A station with its pumps; what stands inside the rows is given. */
const station = (inside: readonly object[]) =>
  ({
    key: 'station',
    label: label('Station', '泵站'),
    ...own,
    fields: [
      { type: 'text', key: 'name', label: label('Name', '名称'), required: true },
      {
        type: 'lineItems',
        key: 'pumps',
        label: label('Pumps', '水泵'),
        fields: [{ type: 'text', key: 'model', label: label('Model', '型号') }, ...inside],
      },
    ],
    layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'pumps' }] }] },
  }) as unknown as Parameters<typeof publishForm>[2]

interface Keys {
  readonly parts: string
  readonly pieces: string
  readonly reason: string
}

/** A rule on the rows inside, and their sum on the record. */
const around = ({ parts: table, pieces, reason }: Keys): readonly object[] => [
  {
    type: 'addField',
    form: 'station',
    section: 'main',
    index: 2,
    field: {
      type: 'rollup',
      key: 'total',
      label: label('Total pieces', '总件数'),
      ...sum,
      lineItems: `pumps.${table}`,
      field: pieces,
    },
    write: [],
    read: [],
  },
  {
    type: 'putRule',
    form: 'station',
    rule: {
      key: 'many',
      label: label('Many pieces need a reason', '件数较多须说明原因'),
      rows: `pumps.${table}`,
      when: { gt: [v(pieces), 9] },
      effects: [{ type: 'require', fields: [`pumps.${table}.${reason}`] }],
    },
  },
]

async function publishEdits(owner: ApiClient, workspace: string, edits: readonly object[]): Promise<void> {
  const params = { workspace }
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', { params, body: { version, edits: edits as never } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
}

/** Puts a table of parts, and their sum, into the rows of pumps: all of it from the keyboard. */
async function buildInside(page: Page, t: Say): Promise<void> {
  const title = (name: string) =>
    expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  const press = async (button: Locator) => {
    await button.focus()
    await page.keyboard.press('Enter')
  }
  const name = async (text: string) => {
    const box = boxOf(page, t('Label (English)', '名称 (中文)'))
    await box.fill(text)
    await box.press('Enter')
    await title(text)
  }
  const addColumn = async (type: string, text: string) => {
    await press(page.getByRole('button', { name: t('Add column', '添加列') }))
    await press(page.getByRole('menuitem', { name: type, exact: true }).last())
    await title(type)
    await name(text)
  }
  const backTo = async (table: string) => {
    await press(page.locator('.pwd-back'))
    await title(table)
  }
  await press(page.locator('[data-card=pumps]'))
  await title(t('Pumps', '水泵'))
  await addColumn(t('Line items', '明细表'), t('Parts', '部件'))
  await press(page.locator('.pwd-list-name').first())
  await name(t('Part', '部件名称'))
  await backTo(t('Parts', '部件'))
  await addColumn(t('Number', '数字'), t('Pieces', '件数'))
  await backTo(t('Parts', '部件'))
  await addColumn(t('Text', '单行文本'), t('Reason', '原因'))
  await backTo(t('Parts', '部件'))
  await backTo(t('Pumps', '水泵'))
  await addColumn(t('Rollup', '汇总'), allPieces[t('en', 'zh') as 'en'])
  await choose(page, t('Summed up as', '汇总方式'), t('Sum', '合计'))
  await page.getByRole('button', { name: new RegExp(t('Review & publish', '检查并发布')) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('Publish', '发布'), exact: true })
    .click()
  await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible()
}

/** The keys that the designer made of the names. */
async function keysOf(owner: ApiClient, workspace: string): Promise<Keys> {
  const { definition } = await owner.call('getDraft', { params: { workspace } })
  const pumps = definition.forms
    .find(({ key }) => key === 'station')
    ?.fields.find(({ key }) => key === 'pumps')
  const table =
    pumps?.type === 'lineItems' ? pumps.fields.find(({ type }) => type === 'lineItems') : undefined
  if (table?.type !== 'lineItems') throw new Error('no table of parts')
  const [, pieces, reason] = table.fields.map(({ key }) => key)
  return { parts: table.key, pieces: pieces ?? '', reason: reason ?? '' }
}

test('rows inside rows are built, filled, asked for what a rule wants, summed up on both levels and taken out as a file', async ({
  journey,
  world,
  isMobile,
}) => {
  // Designs, publishes, fills in and reads: more than other journeys walk.
  test.setTimeout(180_000)
  const { t, at } = journey
  const owner = await world.api('owner')
  const page = await journey.as('owner')
  if (isMobile) {
    const all = { ...sum, type: 'rollup', key: 'all', label: allPieces, field: 'pieces' }
    await publishForm(owner, world.workspace, station([parts, all]))
  } else {
    await publishForm(owner, world.workspace, station([]))
    await page.goto(at('/design/station'))
    await expect(page.locator('[data-card=pumps]')).toBeVisible({ timeout: 30_000 })
    await buildInside(page, t)
  }
  const keys = await keysOf(owner, world.workspace)
  await publishEdits(owner, world.workspace, around(keys))
  await page.goto(at('/f/station/new'))
  await page
    .getByRole('textbox', { name: t('Name', '名称') })
    .first()
    .fill('North')
  await page.getByRole('button', { name: t('Add row', '添加一行') }).click()
  const box = (en: string, zh: string) =>
    page.getByRole('textbox', { name: new RegExp(`^${t(en, zh)}`) }).last()
  await box('Model', '型号').fill('P-100')
  await page
    .getByRole('button', { name: new RegExp(`^${t('Parts', '部件')}`) })
    .last()
    .click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByRole('button', { name: t('Add row', '添加一行') }).click()
  await box('Part', '部件名称').fill('Bolt')
  await box('Pieces', '件数').fill('12')
  await expectAccessible(page, 'rows inside a row')
  await box('Reason', '原因').fill('Spare')
  if (isMobile) {
    const place = t('Parts · row 1 of 1', '部件 · 第 1 行，共 1 行')
    await expect(page.getByRole('dialog', { name: place })).toBeVisible()
  }
  const done = page.getByRole('button', { name: t('Done', '完成'), exact: true })
  while ((await page.getByRole('dialog').count()) > 0) {
    const open = await page.getByRole('dialog').count()
    await done.last().click()
    await expect(page.getByRole('dialog')).toHaveCount(open - 1)
  }
  await expect(
    page
      .locator('[data-field]')
      .filter({ hasText: t('Total pieces', '总件数') })
      .last(),
  ).toContainText('12')
  await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('North')
  const stored = await world.sql<Readonly<Record<string, string>>>(
    `select l.* from station s join station_pumps p on p.parent = s.id join station_pumps_${keys.parts} l on l._row = p.id where s.total = 12`,
  )
  expect(stored).toMatchObject([{ [keys.reason]: 'Spare' }])
  expect(Number(stored[0]?.[keys.pieces])).toBe(12)
  await page.getByRole('button', { name: t('File', '文件'), exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('menuitem', { name: t('Parts › Download rows as Excel', '部件 › 下载明细（Excel）') })
    .click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe(`pumps.${keys.parts}.xlsx`)
  const { size } = await stat(await file.path())
  expect(size).toBeGreaterThan(1000)
})
