import type { BrowserContext } from '@playwright/test'

/** Tells what goes wrong in the pages of a browser: page errors, console errors, answers of 500 and above. */
export function watchPages(context: BrowserContext, tell: (line: string) => void): void {
  context.on('weberror', (error) => tell(`page error: ${error.error().stack ?? String(error.error())}`))
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    // Chromium writes every refused request to the console; refusals are part of journeys, failures are seen below.
    if (message.text().startsWith('Failed to load resource')) return
    tell(`console: ${message.text()}`)
  })
  context.on('response', (answer) => {
    if (answer.status() >= 500) tell(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
}
