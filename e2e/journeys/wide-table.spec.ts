import { expectAccessible } from '../setup/accessibility.ts'
import { largeForm, publishForm } from '../setup/large-form.ts'
import { median, pageWork } from '../setup/page-work.ts'
import { expect, test } from '../setup/test.ts'

// A trace takes a picture of every element at every step, which is what would be measured then.
test.use({ trace: 'off' })

const values: Readonly<Record<string, string>> = {
  text: `'text ' || n`,
  number: 'n',
  date: `date '2026-01-01' + n`,
  choice: `(array['red', 'green', 'blue'])[1 + n % 3]`,
  yesNo: 'n % 2 = 0',
  formula: 'n',
}

test('a table of 300 columns opens, scrolls sideways and takes keys, with few of its columns drawn', async ({
  journey,
  world,
}) => {
  test.slow()
  const owner = await world.api('owner')
  const form = largeForm('wide', 300, 0)
  await publishForm(owner, world.workspace, form)
  const keys = form.fields.map(({ key }) => key)
  await world.sql(
    `insert into wide (id, owner, version, created_at, updated_at, _grams, ${keys.join(', ')})
      select gen_random_uuid(), (select id from _member limit 1), 1, now(), now(), '{}',
        ${form.fields.map(({ type }) => values[type] ?? 'null').join(', ')}
      from generate_series(1, 200) as n`,
    [],
  )
  const params = { workspace: world.workspace, form: 'wide' }
  const times: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const begin = performance.now()
    const { rows } = await owner.call('queryRecords', { params, body: { columns: keys, limit: 100 } })
    times.push(performance.now() - begin)
    expect(Object.keys(rows[99]?.values ?? {})).toHaveLength(300)
  }
  console.log(`300 columns of 100 rows are answered in ${median(times).toFixed(0)} ms`)

  const page = await journey.as('owner')
  const columns = keys.join(',')
  await page.goto(journey.at(`/f/wide?columns=${columns}`))
  const grid = page.getByRole('grid')
  await expect(page.locator('[data-cell="9:1"]')).toBeVisible()
  await expect(grid).toHaveAttribute('aria-colcount', '301')
  expect(await page.locator('[role=columnheader][data-column]').count()).toBeLessThan(60)

  await test.step('sideways', async () => {
    const work = await pageWork(page)
    const frames = await page.locator('.pw-table').evaluate(
      (scroller) =>
        new Promise<number[]>((resolve) => {
          const found: number[] = []
          let before = performance.now()
          const step = () => {
            const now = performance.now()
            found.push(now - before)
            before = now
            scroller.scrollLeft += 120
            if (found.length < 60) requestAnimationFrame(step)
            else resolve(found)
          }
          requestAnimationFrame(step)
        }),
    )
    const perFrame = (await work()) / frames.length
    console.log(
      `300 columns: frame while scrolling sideways: median ${median(frames).toFixed(1)} ms, work ${perFrame.toFixed(1)} ms`,
    )
    expect(perFrame).toBeLessThan(60)
    const first = await page.locator('[data-column=name]').boundingBox()
    const table = await page.locator('.pw-table').boundingBox()
    expect((first?.x ?? 0) - (table?.x ?? 0)).toBeLessThan(60)
  })

  await test.step('keys', async () => {
    await page.locator('.pw-table').evaluate((scroller) => scroller.scrollTo({ left: 0 }))
    await page.locator('[data-cell="2:1"]').click()
    await page.keyboard.press('End')
    await expect(page.locator('[data-cell="2:299"]')).toBeFocused()
    await expect(page.locator('[data-cell="2:299"]')).toBeInViewport()
    await expect(page.locator('[data-column=f_298]')).toBeInViewport()
    await page.keyboard.press('Home')
    await expect(page.locator('[data-cell="2:0"]')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[data-cell="2:1"]')).toBeInViewport()
    await expectAccessible(page, 'a wide table')
  })
})
