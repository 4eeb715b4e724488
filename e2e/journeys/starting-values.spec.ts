import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

test('a builder offers a preset and keeps the last region; a rep starts new leads with both', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const fair = t('From a trade fair', '展会线索')
  const source = t('Source', '线索来源')
  const region = t('Region', '所属区域')
  const owner = await world.api('owner')
  const { definition } = await owner.call('getApp', { params: { workspace: world.workspace } })
  const optionsOf = (key: string) => {
    const field = definition.forms.flatMap(({ fields }) => fields).find((one) => one.key === key)
    const set = field?.type === 'choice' ? field.optionSet : undefined
    const own = field?.type === 'choice' ? field.options : undefined
    const options = own ?? definition.optionSets.find((one) => one.key === set)?.options ?? []
    return options.map(({ label }) => t(label.en ?? '', label.zh ?? ''))
  }
  const [, from = ''] = optionsOf('source')
  const [, where = ''] = optionsOf('region')

  await test.step('the builder sets both without a formula', async () => {
    const page = await journey.as('owner')
    await page.goto(at('/design/lead'))
    const settings = page.getByRole('button', { name: t('Form settings', '表单设置') })
    await expect(settings.first()).toBeVisible({ timeout: 30_000 })
    await settings.first().click()
    await page.getByRole('button', { name: t('Add a preset', '添加预设') }).click()
    const preset = page.getByRole('group', { name: t('Preset 1', '预设 1') })
    await preset
      .getByRole('textbox', { name: t('Name of the preset (English)', '预设名称 (中文)') })
      .fill(fair)
    const named = page.getByRole('group', { name: fair })
    await choose(named, new RegExp(t('Starts with', '初始内容')), source)
    await choose(named, t('Value', '值'), from)
    await choose(page, t('Start with what was entered last', '沿用上次填写的值'), region, region)
    await page.keyboard.press('Escape')
    await expectAccessible(page, 'starting values')
    await page.getByRole('button', { name: /Review & publish|检查并发布/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('Publish', '发布'), exact: true })
      .click()
    await expect(page.getByText(new RegExp(t('Revision \\d+ is in force', '版本 \\d+ 已生效')))).toBeVisible({
      timeout: 30_000,
    })
  })

  const page = await journey.as('rep')
  const chosen = (field: string) => page.locator(`[data-field=${field}]`)

  await test.step('the preset fills its field', async () => {
    await page.goto(at('/f/lead'))
    await page.getByRole('button', { name: t('New, by record type', '按记录类型新建') }).click()
    await page.getByRole('menuitem', { name: fair }).click()
    await expect(chosen('source')).toContainText(from)
    await boxOf(page, t('Contact name', '联系人')).fill('Zhou')
    await choose(page, region, where)
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { name: 'Zhou' })).toBeVisible()
  })

  await test.step('the next lead starts with the region entered last', async () => {
    await page.goto(at('/f/lead/new'))
    await expect(chosen('region')).toContainText(where)
    await expect(chosen('source')).not.toContainText(from)
  })
})
