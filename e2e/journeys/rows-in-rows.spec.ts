import { expectAccessible } from '../setup/accessibility.ts'
import { publishForm } from '../setup/large-form.ts'
import { expect, test } from '../setup/test.ts'

const label = (en: string, zh: string) => ({ en, zh })
const v = (name: string) => ({ var: name })
const own = { labelPlural: label('Stations', '泵站'), titleField: 'name' }

/** A station, its pumps and the parts of each pump, summed up on both levels. */
const station = {
  key: 'station',
  label: label('Station', '泵站'),
  ...own,
  fields: [
    { type: 'text', key: 'name', label: label('Name', '名称'), required: true },
    {
      type: 'lineItems',
      key: 'pumps',
      label: label('Pumps', '水泵'),
      fields: [
        { type: 'text', key: 'model', label: label('Model', '型号') },
        {
          type: 'lineItems',
          key: 'parts',
          label: label('Parts', '部件'),
          fields: [
            { type: 'text', key: 'part', label: label('Part', '部件名称'), required: true },
            { type: 'number', key: 'pieces', label: label('Pieces', '件数'), scale: 0 },
            { type: 'text', key: 'reason', label: label('Reason', '原因') },
          ],
        },
        {
          type: 'formula',
          key: 'all',
          label: label('All pieces', '件数合计'),
          resultType: 'number',
          scale: 0,
          expression: { sum: [v('parts.pieces')] },
        },
      ],
    },
    {
      type: 'rollup',
      key: 'total',
      label: label('Total pieces', '总件数'),
      form: 'station',
      lineItems: 'pumps.parts',
      function: 'sum',
      field: 'pieces',
      resultType: 'number',
      scale: 0,
    },
  ],
  rules: [
    {
      key: 'many',
      label: label('Many pieces need a reason', '件数较多须说明原因'),
      rows: 'pumps.parts',
      when: { gt: [v('pieces'), 9] },
      effects: [{ type: 'require', fields: ['pumps.parts.reason'] }],
    },
  ],
  layout: {
    sections: [
      { key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'pumps' }, { field: 'total' }] },
    ],
  },
} as unknown as Parameters<typeof publishForm>[2]

test('rows inside rows are filled, asked for what a rule wants of them, and summed up on both levels', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, station)
  const page = await journey.as('owner')
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
  const stored = await world.sql<{ part: string; reason: string; total: number }>(
    'select part, reason, total from station_pumps_parts p join station s on s.id = p.parent',
  )
  expect(stored).toMatchObject([{ part: 'Bolt', reason: 'Spare' }])
})
