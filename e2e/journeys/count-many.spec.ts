import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('of very many records it is said about how many they are, before they are changed exactly', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const mark = t('Mass en', 'Mass zh')
  await world.sql(
    `insert into lead (id, name, company, source, owner, version, created_at, updated_at, _grams)
      select gen_random_uuid(), $1 || n, 'Company', 'website', (select id from _member limit 1), 1, now(), now(), '{}'
      from generate_series(1, 12345) as n`,
    [mark],
  )
  const page = await journey.as('owner')
  const filter = JSON.stringify({ startsWith: [{ var: 'name' }, mark] })
  await page.goto(at(`/f/lead?view=lead_all&filter=${encodeURIComponent(filter)}`))
  const boxes = page.getByRole('grid').getByRole('checkbox')
  await expect(page.getByRole('gridcell', { name: new RegExp(mark) }).first()).toBeVisible()
  await boxes.nth(0).check()
  await page
    .getByRole('button', {
      name: t('Select all that match, about 12,000', '选择全部匹配记录（约 1.2 万条）'),
    })
    .click()
  const bar = page.getByRole('toolbar', { name: t('about 12,000 selected', '已选约 1.2 万条') })
  await expect(bar).toBeVisible()
  await expectAccessible(page, 'about how many')

  await bar.getByRole('button', { name: t('Delete', '删除'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('12,345')
  await world.sql(`delete from lead where name like $1`, [`${mark}%`])
})
