import { keyToPaint } from '../setup/key-to-paint.ts'
import { publishForm } from '../setup/large-form.ts'
import { manyRowsForm, packingRows } from '../setup/many-rows.ts'
import { median, pageWork } from '../setup/page-work.ts'
import { expect, test } from '../setup/test.ts'

// A trace takes a picture of every element at every step, which is what would be measured then.
test.use({ trace: 'off' })

const place = (row: number, column: string) => `[data-row="${row}"][data-column="${column}"]`
const cell = (row: number, column: string) => `${place(row, column)} input`

test('1,000 line items open, scroll and take keys at once, and 5,000 are saved', async ({
  journey,
  world,
}) => {
  test.slow()
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, manyRowsForm)
  const params = { workspace: world.workspace, form: 'packing' }
  const made = await owner.call('createRecord', {
    params,
    body: { values: { name: 'Long', items: packingRows(1000) } },
  })
  expect(made.values['total']).toBe('5005.00')
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/packing'))
  const link = page.getByText('Long', { exact: true }).first()
  await expect(link).toBeVisible()

  await test.step('opening', async () => {
    const work = await pageWork(page)
    const opened = await link.evaluate(
      (place) =>
        new Promise<number>((resolve) => {
          const begin = performance.now()
          const watch = new MutationObserver(() => {
            if (document.querySelector('[data-row="9"][data-column="product"]') === null) return
            watch.disconnect()
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)))
          })
          watch.observe(document.body, { childList: true, subtree: true })
          ;(place as HTMLElement).click()
        }),
    )
    const spent = await work()
    console.log(
      `1,000 line items: record opened in ${opened.toFixed(0)} ms, of which work ${spent.toFixed(0)} ms`,
    )
    expect(spent).toBeLessThan(3_000)
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(60)
  })

  await test.step('typing', async () => {
    // A cell of a long table becomes an input when it is reached.
    for (const [row, column] of [
      [3, 'product'],
      [4, 'quantity'],
    ] as const)
      await page.locator(place(row, column)).hover()
    for (const [what, box, keys] of [
      ['text', cell(3, 'product'), 'abcdefghijklmnopqrstuvwxyz'],
      ['number', cell(4, 'quantity'), '1234567890'],
    ] as const) {
      const work = await pageWork(page)
      const times = await keyToPaint(page, box, keys)
      const perKey = (await work()) / keys.length
      console.log(
        `1,000 line items: key to paint in a ${what} cell: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms, work ${perKey.toFixed(1)} ms`,
      )
      expect(perKey).toBeLessThan(60)
    }
    await expect(page.locator(place(4, 'line_total'))).toContainText('12,345,678.90')
  })

  await test.step('scrolling', async () => {
    const work = await pageWork(page)
    const frames = await page.locator('.pw-items-scroll').evaluate(
      (scroller) =>
        new Promise<number[]>((resolve) => {
          const times: number[] = []
          let before = performance.now()
          const step = () => {
            const now = performance.now()
            times.push(now - before)
            before = now
            scroller.scrollTop += 400
            if (times.length < 30) requestAnimationFrame(step)
            else {
              scroller.scrollTop = scroller.scrollHeight
              resolve(times)
            }
          }
          requestAnimationFrame(step)
        }),
    )
    const perFrame = (await work()) / frames.length
    console.log(
      `1,000 line items: frame while scrolling: median ${median(frames).toFixed(1)} ms, work ${perFrame.toFixed(1)} ms`,
    )
    expect(perFrame).toBeLessThan(200)
    await expect(page.locator(place(999, 'product'))).toHaveText('Part 1000')
  })

  await test.step('saving 5,000', async () => {
    const begin = performance.now()
    const { id, version } = made
    const saved = await owner.call('updateRecord', {
      params: { ...params, id },
      body: { version, values: { items: packingRows(5000) } },
    })
    const took = performance.now() - begin
    console.log(`5,000 line items: saved in ${took.toFixed(0)} ms`)
    expect(saved.values['items']).toHaveLength(5000)
    expect(took).toBeLessThan(40_000)
    const more = owner.call('updateRecord', {
      params: { ...params, id },
      body: { version: version + 1, values: { items: packingRows(5001) } },
    })
    await expect(more).rejects.toThrow(/./)
  })
})
