import type { BodyOf, Routes } from '@pipewright/contract'
import { expectAccessible } from '../setup/accessibility.ts'
import type { ApiClient } from '../setup/api-client.ts'
import { expect, test, type World } from '../setup/test.ts'

const form = 'category'
const params = (world: World) => ({ workspace: world.workspace, form })
const text = (en: string, zh: string) => ({ en, zh })

/** A form of product categories that lie under one another, shown as a tree. */
async function publishCategories(owner: ApiClient, world: World): Promise<void> {
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights: [],
      form: {
        key: form,
        label: text('Category', '类目'),
        labelPlural: text('Categories', '类目'),
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', key: 'name', label: text('Name', '名称') },
          { type: 'text', key: 'code', label: text('Code', '编码') },
          {
            type: 'relation',
            key: 'above',
            label: text('Parent category', '上级类目'),
            form,
            onDelete: 'clear',
          },
        ],
        layout: {
          sections: [
            { key: 'main', columns: 1, items: ['name', 'code', 'above'].map((field) => ({ field })) },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        key: 'category_tree',
        form,
        label: text('All levels', '全部层级'),
        type: 'tree',
        columns: ['name', 'code', 'updated_by'],
        sort: [{ field: 'name', direction: 'asc' }],
        parent: 'above',
        table: {
          rowColors: [
            {
              when: { in: [{ var: 'name' }, ['Pumps', '泵']] },
              color: 'green',
              label: text('Watched', '重点关注'),
            },
          ],
        },
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params: params(world) })
  const draft = await owner.call('editDraft', { params: params(world), body: { version, edits } })
  await owner.call('publishDraft', { params: params(world), body: { version: draft.version } })
}

test('categories lie under one another: opened, found, moved by menu, keys and mouse, never in a circle', async ({
  journey,
  world,
  isMobile,
}) => {
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  await publishCategories(owner, world)
  const create = async (name: string, above: string | null = null) => {
    const values = { name, above, code: `C-${name.length}` }
    return (await owner.call('createRecord', { params: params(world), body: { values } })).id
  }
  const named = {
    machines: t('Machines', '机械'),
    pumps: t('Pumps', '泵'),
    deep: t('Deep well pumps', '深井泵'),
    parts: t('Spare parts', '配件'),
  }
  const machines = await create(named.machines)
  const pumps = await create(named.pumps, machines)
  const deep = await create(named.deep, pumps)
  const parts = await create(named.parts)
  const seal = (number: number) => `${t('Seal', '密封件')} ${String(number).padStart(3, '0')}`
  for (let number = 1; number <= 105; number += 1) await create(seal(number), parts)

  const page = await journey.as('owner')
  const tree = page.getByRole('treegrid', { name: t('All levels', '全部层级') })
  const row = (id: string) => tree.locator(`[data-line$="${id}"]`)
  const menuOf = (name: string) =>
    tree.getByRole('button', { name: t(`Actions for ${name}`, `${name}的操作`), exact: true })
  const aboveOf = async (id: string) =>
    (await world.sql<{ above: string | null }>('select above from category where id = $1', [id]))[0]?.above
  const open = async () => {
    await page.goto(at('/f/category?view=category_tree'))
    await expect(row(parts)).toBeVisible()
  }

  await test.step('keys open and close, lead to what lies below and above, and open the record', async () => {
    await open()
    await expect(tree.getByRole('row', { level: 1 })).toHaveCount(2)
    await expectAccessible(page, 'a closed tree')
    await row(machines).focus()
    await expect(row(machines)).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowRight')
    await expect(row(machines)).toHaveAttribute('aria-expanded', 'true')
    await expect(row(pumps)).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('ArrowRight')
    await expect(row(pumps)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(row(deep)).toHaveAttribute('aria-level', '3')
    await page.keyboard.press('ArrowLeft')
    await expect(row(pumps)).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowLeft')
    await expect(row(machines)).toBeFocused()
    await page.keyboard.press('End')
    await expect(row(parts)).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(named.pumps)
  })

  await test.step('what was opened stays open, and a long level goes on where somebody asks', async () => {
    await open()
    await expect(row(pumps)).toBeVisible()
    await tree
      .getByRole('button', { name: t(`Open “${named.parts}”`, `展开“${named.parts}”`), exact: true })
      .click()
    await expect(row(parts).locator('.pw-tree-count')).toHaveText('105')
    await expect(tree.getByText(seal(1), { exact: true })).toBeVisible()
    await row(parts).focus()
    await page.keyboard.press('End')
    await expect(tree.locator('.pw-tree-rest')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(tree.locator('.pw-tree-rest')).toHaveCount(0)
    await expect(tree).toHaveAttribute('aria-rowcount', '109')
    await page.keyboard.press('End')
    await expect(tree.getByText(seal(105), { exact: true })).toBeVisible()
    await expectAccessible(page, 'an open tree')
    await page.getByRole('button', { name: t('Close all', '全部收起') }).click()
    await expect(tree).toHaveAttribute('aria-rowcount', '3')
    await page.getByRole('button', { name: t('Open one level', '展开一级') }).click()
    await page.getByRole('button', { name: t('Close all', '全部收起') }).click()
    await expect(tree).toHaveAttribute('aria-rowcount', '3')
  })

  await test.step('a search finds on any level and says what lies above', async () => {
    await page.getByRole('searchbox').first().fill(named.deep)
    await expect(tree.locator('.pw-tree-path')).toHaveText(`${named.machines} › ${named.pumps}`)
    await expectAccessible(page, 'what was found in a tree')
    await page.getByRole('searchbox').first().fill('')
    await expect(row(parts)).toBeVisible()
  })

  await test.step('a condition colours rows, and records of several levels are chosen and changed together', async () => {
    await page.getByRole('button', { name: t('Open one level', '展开一级') }).click()
    await expect(row(pumps).getByTitle(t('Watched', '重点关注'))).toBeVisible()
    await expect(row(parts)).not.toHaveClass(/pw-marked/)
    const bar = (count: number) =>
      page.getByRole('toolbar', { name: t(`${count} selected`, `已选 ${count} 条`) })
    if (isMobile) await page.getByRole('button', { name: t('Select', '选择'), exact: true }).tap()
    await row(parts).focus()
    await page.keyboard.press('Space')
    await expect(row(parts)).toHaveAttribute('aria-selected', 'true')
    await row(pumps).getByRole('checkbox').click()
    await expect(bar(2)).toBeVisible()
    await expectAccessible(page, 'a tree in which records are chosen')
    await row(pumps).getByRole('checkbox').click()
    await expect(row(pumps)).toHaveAttribute('aria-selected', 'false')
    await expect(bar(1)).toBeVisible()
    await row(pumps).getByRole('checkbox').click()
    await bar(2)
      .getByRole('button', { name: t('Edit…', '批量编辑…'), exact: true })
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await bar(2)
      .getByRole('button', { name: t('Cancel', '取消'), exact: true })
      .click()
    await expect(bar(2)).toHaveCount(0)
    await expect(row(parts)).not.toHaveAttribute('aria-selected', 'true')
    await page.getByRole('button', { name: t('Close all', '全部收起') }).click()
    await expect(row(pumps)).toHaveCount(0)
  })

  await test.step('a record is moved under another by its menu, and the focus goes along', async () => {
    await menuOf(named.parts).click()
    await page.getByRole('menuitem', { name: t('Move under…', '移到其他上级…') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill(named.machines)
    await page.locator('.ant-select-item-option').filter({ hasText: named.machines }).first().click()
    await dialog.getByRole('button', { name: t('Move', '移动'), exact: true }).click()
    await expect.poll(() => aboveOf(parts)).toBe(machines)
    await expect(row(parts)).toHaveAttribute('aria-level', '2')
    await expect(row(machines)).toHaveAttribute('aria-expanded', 'true')
    await menuOf(named.parts).click()
    await page.getByRole('menuitem', { name: t('Move to the top level', '移到最上级') }).click()
    await expect.poll(() => aboveOf(parts)).toBeNull()
    await expect(row(parts)).toHaveAttribute('aria-level', '1')
  })

  await test.step('no record comes under what lies below it, whoever asks', async () => {
    const path = { params: { ...params(world), id: machines } }
    const { version } = await owner.call('getRecord', path)
    const refused = owner.call('updateRecord', { ...path, body: { version, values: { above: deep } } })
    await expect(refused).rejects.toMatchObject({ problem: { errors: [{ code: 'circle' }] } })
    expect(await aboveOf(machines)).toBeNull()
  })

  await test.step('what a colleague does appears, and the focus stays where it was', async () => {
    await row(pumps).focus()
    const valves = await create(t('Valves', '阀门'), machines)
    await expect(row(valves)).toHaveAttribute('aria-level', '2')
    await expect(row(pumps)).toBeFocused()
  })

  if (isMobile) return
  await test.step('a record is dragged under another and to the top, and that is taken back', async () => {
    await row(pumps).dragTo(row(parts))
    await expect.poll(() => aboveOf(pumps)).toBe(parts)
    await expect(row(parts)).toHaveAttribute('aria-expanded', 'true')
    await expect(row(pumps)).toHaveAttribute('aria-level', '2')
    await page.locator('body').press('Control+z')
    await expect.poll(() => aboveOf(pumps)).toBe(machines)
    await expect(row(machines)).toHaveAttribute('aria-expanded', 'true')
    await row(pumps).hover()
    await page.mouse.down()
    await row(machines).hover()
    await page.locator('.pw-tree-top').hover()
    await page.locator('.pw-tree-top').hover()
    await page.mouse.up()
    await expect.poll(() => aboveOf(pumps)).toBeNull()
  })
})
