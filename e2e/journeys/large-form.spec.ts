import type { Page } from '@playwright/test'
import { largeForm, publishForm } from '../setup/large-form.ts'
import { expect, test } from '../setup/test.ts'

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN

/** Time from a key press to the frame that shows it, for each letter typed into a box. */
async function keyToPaint(page: Page, box: string, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    // A key is painted when the frame after the one its handlers ran in begins.
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => times.push(performance.now() - timeStamp), {
            once: true,
          })
          channel.port1.start()
          channel.port2.postMessage(null)
        }),
      true,
    )
  })
  await page.locator(box).first().focus()
  for (const letter of text) {
    await page.keyboard.press(letter)
    // The next key comes when a person's would, not into the same frame.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
}

test('a form of 300 fields and 150 rules opens and takes keys at once', async ({ journey, world }) => {
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, largeForm('large_300', 300, 150))
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/large_300'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(journey.at('/f/large_300/new'))
  await expect(page.locator('[data-field=f_299]')).toBeAttached()

  await test.step('opening', async () => {
    const opened: number[] = []
    for (let round = 0; round < 5; round += 1) {
      await page.goto(journey.at('/f/large_300'))
      const create = page.getByRole('button', { name: /large_300$/ }).first()
      await expect(create).toBeVisible()
      opened.push(
        await create.evaluate(
          (link) =>
            new Promise<number>((resolve) => {
              const begin = performance.now()
              const watch = new MutationObserver(() => {
                if (document.querySelector('[data-field=f_299]') === null) return
                watch.disconnect()
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)))
              })
              watch.observe(document.body, { childList: true, subtree: true })
              ;(link as HTMLElement).click()
            }),
        ),
      )
    }
    console.log(
      `300 fields, 150 rules: opening ${median(opened).toFixed(0)} ms (${opened.map((one) => one.toFixed(0)).join(', ')})`,
    )
  })

  await test.step('typing', async () => {
    const text = await keyToPaint(page, '[data-field=name] input', 'abcdefghijklmnopqrstuvwxyz')
    const number = await keyToPaint(page, '[data-field=f_1] input', '1234567890')
    for (const [what, times] of [
      ['text', text],
      ['number', number],
    ] as const)
      console.log(
        `300 fields, 150 rules: key to paint in a ${what} field: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`,
      )
    await expect(page.locator('[data-field=name] input')).toHaveValue('abcdefghijklmnopqrstuvwxyz')
  })
})

test('a form of 1,000 fields is published and opened', async ({ journey, world }) => {
  const owner = await world.api('owner')
  const took = await publishForm(owner, world.workspace, largeForm('large_1000', 1000, 150))
  console.log(`1,000 fields: publish ${took.toFixed(0)} ms`)
  const params = { workspace: world.workspace, form: 'large_1000' }
  const begin = performance.now()
  const made = await owner.call('createRecord', { params, body: { values: { name: 'First' } } })
  console.log(`1,000 fields: create a record ${(performance.now() - begin).toFixed(0)} ms`)
  expect(made.values['f_9']).toBe('2.00')
  const page = await journey.as('owner')
  const opening = performance.now()
  await page.goto(journey.at('/f/large_1000/new'))
  await expect(page.locator('[data-field=f_999]')).toBeAttached()
  console.log(`1,000 fields: form opened from its address in ${(performance.now() - opening).toFixed(0)} ms`)
})
