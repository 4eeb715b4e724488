import { expect, type CDPSession, type Page } from '@playwright/test'

/** What a session works on. */
export interface Work {
  readonly list: string
  readonly board: string
  readonly record: string
  readonly name: string
}

/** Opens a place without loading the page anew, as somebody does who works. */
async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}

const save = { name: 'Save', exact: true }

/** Writes one field of the record and saves it; only what was said to be saved counts. */
export async function editRecord(page: Page, work: Work, text: string): Promise<void> {
  await visit(page, work.record)
  const step = page.locator('[data-field=next_step]').locator('input, textarea').first()
  await step.fill(text)
  await page.getByRole('button', save).click()
  // Its bar stands until the server has answered; the name of the button is another one meanwhile.
  await expect(page.locator('.pw-form-foot')).toBeHidden()
  await expect(step).toHaveValue(text)
}

/** The list, the board and the search, each until it shows something. */
export async function lookAround(page: Page, work: Work): Promise<void> {
  await visit(page, work.list)
  await expect(page.getByText(work.name).first()).toBeVisible()
  await visit(page, work.board)
  await expect(page.locator('.pw-board-card').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').last().fill(work.name)
  await expect(page.getByRole('option').filter({ hasText: work.name }).first()).toBeVisible()
  await page.keyboard.press('Escape')
}

/** What a page holds after everything was let go that can be: its heap in MB, and its nodes. */
export async function heldBy(
  session: CDPSession,
): Promise<{ readonly heap: number; readonly nodes: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize / 1e6, nodes }
}
