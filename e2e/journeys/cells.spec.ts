import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a list is worked in like a spreadsheet, and what was done is undone step by step, also after a reload', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const mark = t('Cells', '表格')
  const made = await Promise.all(
    ['A', 'B', 'C'].map((letter) =>
      owner.call('createRecord', {
        params: { ...params, form: 'account' },
        body: { values: { name: `${mark} ${letter}`, phone: '+44 20 7946 0000' } },
      }),
    ),
  )
  const websites = async () => {
    const read = made.map(({ id }) => owner.call('getRecord', { params: { ...params, form: 'account', id } }))
    return (await Promise.all(read)).map(({ values }) => values['website'])
  }
  const page = await journey.as('owner')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const address = at(
    `/f/account?columns=name,website,phone&q=${encodeURIComponent(mark)}&sort=${encodeURIComponent(JSON.stringify([{ field: 'name', direction: 'asc' }]))}`,
  )
  await page.goto(address)
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
  await expect(cell(2, 0)).toBeVisible()

  await cell(0, 1).click()
  await page.keyboard.type('https://one.example')
  await page.keyboard.press('Enter')
  await expect(cell(0, 1)).toContainText('one.example')
  await expect(cell(1, 1)).toBeFocused()
  await page.keyboard.type('https://lost.example')
  await page.keyboard.press('Escape')
  await expect(cell(1, 1)).toHaveText('')
  await expect(cell(1, 1)).toBeFocused()

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('[data-in-block]')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+d')
  await expect(cell(2, 1)).toContainText('one.example')
  await expectAccessible(page, 'list with selected cells')

  await page.evaluate(() => navigator.clipboard.writeText('https://two.example\nhttps://three.example\n'))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(cell(2, 1)).toContainText('three.example')
  expect(await websites()).toEqual(['https://one.example', 'https://two.example', 'https://three.example'])

  // A key pressed before what takes steps back has been loaded waits for it.
  let late = 0
  await page.route(/undo[^/]*\.js/, async (route) => {
    late += 1
    await page.waitForTimeout(1_000)
    await route.continue()
  })
  await page.reload()
  await expect(cell(2, 1)).toContainText('three.example')
  await cell(0, 1).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(2, 1)).toContainText('one.example')
  expect(late).toBeGreaterThan(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(2, 1)).toHaveText('')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(cell(2, 1)).toContainText('one.example')

  // Keys in quick succession are steps one after the other.
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(2, 1)).toHaveText('')
  expect(await websites()).toEqual(['https://one.example', null, null])
})
