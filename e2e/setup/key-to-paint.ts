import type { Page } from '@playwright/test'

/** Time from a key press to the frame that shows it, for each letter typed into a box. */
export async function keyToPaint(page: Page, box: string, text: string): Promise<number[]> {
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
