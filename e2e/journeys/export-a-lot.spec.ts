import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

const rows = 20_050

test('a very long list is made into a file in the background, fetched when it is ready, and thrown away', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const schema = `ws_${world.workspace}`
  await world.sql(
    `insert into ${schema}.product (id, owner, version, created_at, updated_at, name, code, _grams)
      select gen_random_uuid(), m.id, 1, now(), now(), 'Part ' || n, 'LOT-' || n, '{}'
      from (select id from ${schema}._member limit 1) m, generate_series(1, ${rows}) n`,
  )
  try {
    const page = await journey.as('owner')
    await page.goto(at('/f/product?view=product_all'))
    await page.getByRole('button', { name: t('More', '更多'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('As CSV', '导出 CSV') }).click()
    const told = page.getByRole('status').filter({ hasText: t('The file is being made', '正在生成文件') })
    await told.getByRole('button', { name: t('My exports', '我的导出') }).click()
    await expect(page.getByRole('heading', { name: t('My exports', '我的导出') })).toBeVisible()
    const exports = page.getByRole('list', { name: t('My exports', '我的导出') })
    const ready = exports.getByRole('link', { name: t('Download', '下载') })
    await expect(ready).toBeVisible({ timeout: 60_000 })
    await expectAccessible(page, 'exports')
    const waiting = page.waitForEvent('download')
    await ready.click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(new Set(text.match(/LOT-\d+/g)).size).toBe(rows)
    const owner = await world.api('owner')
    const { items } = await owner.call('listNotifications', {
      params: { workspace: world.workspace },
      query: { unread: 'true' },
    })
    expect(items.map(({ kind, path }) => ({ kind, path }))).toContainEqual({
      kind: 'exportReady',
      path: '/exports',
    })
    await exports.getByRole('button', { name: t('Delete', '删除') }).click()
    await expect(page.getByText(t('No exports yet', '暂无导出'))).toBeVisible()
    await expectAccessible(page, 'exports: none')
  } finally {
    await world.sql(`delete from ${schema}.product where code like 'LOT-%'`)
  }
})
