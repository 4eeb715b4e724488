import type { Page } from '@playwright/test'

/** A person's key comes at any point of a frame; one pressed as a frame begins always waits for the whole of it. */
const pointInFrame = (at: number): number => (at * 7) % 17

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
  for (const [at, letter] of [...text].entries()) {
    await page.keyboard.press(letter)
    // The next key comes when a person's would, not into the same frame.
    await page.evaluate(
      (wait) =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, wait))),
        ),
      pointInFrame(at),
    )
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
}
