import type { Page } from '@playwright/test'
import { keyToPaint } from '../setup/key-to-paint.ts'
import { largeForm, publishForm } from '../setup/large-form.ts'
import { median, pageWork } from '../setup/page-work.ts'
import { expect, test } from '../setup/test.ts'

// A trace takes a picture of every element at every step, which is what would be measured then.
test.use({ trace: 'off' })

/** Waits until every control is made, not only those in the window. */
const allMade = (page: Page) => expect(page.locator('.pw-stand-in')).toHaveCount(0, { timeout: 60_000 })

test('a form of 300 fields and 150 rules opens and takes keys at once', async ({ journey, world }) => {
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, largeForm('large_300', 300, 150))
  const page = await journey.as('owner')
  await page.goto(journey.at('/f/large_300'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(journey.at('/f/large_300/new'))
  await expect(page.locator('[data-field=f_299]')).toBeAttached()

  const work = await pageWork(page)

  await test.step('opening', async () => {
    const opened: number[] = []
    const worked: number[] = []
    for (let round = 0; round < 7; round += 1) {
      await page.goto(journey.at('/f/large_300'))
      const create = page.getByRole('button', { name: /large_300$/ }).first()
      await expect(create).toBeVisible()
      // A person looks at the list before they press the button.
      await page.waitForTimeout(1500)
      await work()
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
      worked.push(await work())
    }
    const listed = opened.map((one) => one.toFixed(0)).join(', ')
    console.log(`300 fields, 150 rules: opening ${median(opened).toFixed(0)} ms (${listed})`)
    console.log(`300 fields, 150 rules: the page works ${median(worked).toFixed(0)} ms for it`)
  })

  await test.step('typing', async () => {
    await allMade(page)
    for (const [what, box, text] of [
      ['text', '[data-field=name] input', 'abcdefghijklmnopqrstuvwxyz'],
      ['number', '[data-field=f_1] input', '12345678901234567890'],
    ] as const) {
      await work()
      const times = await keyToPaint(page, box, text)
      const perKey = (await work()) / text.length
      console.log(
        `300 fields, 150 rules: key to paint in a ${what} field: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms; the page works ${perKey.toFixed(1)} ms per key`,
      )
    }
    await expect(page.locator('[data-field=name] input')).toHaveValue('abcdefghijklmnopqrstuvwxyz')
  })

  await test.step('typing into a form of ten fields, to compare with', async () => {
    await publishForm(owner, world.workspace, largeForm('small_10', 10, 0))
    await page.goto(journey.at('/f/small_10/new'))
    await expect(page.locator('[data-field=f_9]')).toBeAttached()
    await work()
    const times = await keyToPaint(page, '[data-field=name] input', 'abcdefghijklmnopqrstuvwxyz')
    console.log(
      `10 fields, no rules: key to paint median ${median(times).toFixed(1)} ms; the page works ${((await work()) / 26).toFixed(1)} ms per key`,
    )
  })
})

test('every field of a large form is found by key, by label and by what is wrong with it', async ({
  journey,
  world,
}) => {
  const owner = await world.api('owner')
  const form = largeForm('large_200', 200, 0)
  const last = form.fields.find((field) => field.key === 'f_195')
  if (last?.type === 'text') last.required = true
  await publishForm(owner, world.workspace, form)
  const page = await journey.as('owner')
  // Nothing is made but what somebody comes near to or goes to.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
  await page.goto(journey.at('/f/large_200/new'))
  await expect(page.locator('[data-field=name] input')).toBeFocused()
  await expect(page.locator('[data-field=f_199]')).toBeAttached()
  expect(await page.locator('.pw-stand-in').count()).toBeGreaterThan(100)

  await test.step('by label', async () => {
    await page.getByText('f_100', { exact: true }).click()
    await page.keyboard.type('typed')
    await expect(page.locator('[data-field=f_100] input')).toHaveValue('typed')
  })

  await test.step('by the Tab key, backwards and on', async () => {
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))
    for (let step = 100; step < 150; step += 1) await page.keyboard.press('Tab')
    const reached = await focused()
    expect(Number(reached?.slice(2))).toBeGreaterThan(130)
    await page.keyboard.press('Shift+Tab')
    expect(Number((await focused())?.slice(2))).toBeLessThan(Number(reached?.slice(2)))
  })

  await test.step('by what is wrong', async () => {
    await page.locator('[data-field=name] input').fill('Named')
    await page.keyboard.press('Control+s')
    await expect(page.locator('[data-field=f_195] input')).toBeFocused()
    await expect(page.locator('[data-field=f_195] .pw-problem')).toBeVisible()
    await page.keyboard.type('there')
    await page.keyboard.press('Control+s')
    await expect(page).toHaveURL(/large_200\/[0-9a-f-]{36}$/)
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
  const opened: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const opening = performance.now()
    await page.goto(journey.at('/f/large_1000/new'))
    await expect(page.locator('[data-field=f_999]')).toBeAttached()
    opened.push(performance.now() - opening)
  }
  console.log(`1,000 fields: form opened from its address in ${median(opened).toFixed(0)} ms`)
  await allMade(page)
})
