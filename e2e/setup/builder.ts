import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hands.ts'

/** The same words in English and Chinese. */
export type Words = readonly [en: string, zh: string]

/** Somebody who builds a form in the designer. */
export interface Builder {
  say(words: Words): string
  button(en: string, zh: string): Locator
  list(en: string, zh: string): Locator
  /** A further field behind the one that is open. */
  add(type: Words, label: Words): Promise<void>
  /** A further column of the line items that are open. */
  addColumn(type: Words, label: Words): Promise<void>
  /** Names what is open. */
  call(label: Words): Promise<void>
  /** Writes the formula of what is open, with the names of fields. */
  formula(text: string): Promise<void>
  /** Gives the choice that is open these options. */
  options(names: readonly Words[]): Promise<void>
  /** The choice that is open, and those below it, from a block of a spreadsheet; the last levels are new fields. */
  levels(block: readonly string[], names: readonly Words[]): Promise<void>
}

export function createBuilder(page: Page, t: (en: string, zh: string) => string, hand: Hand): Builder {
  const say = ([en, zh]: Words): string => t(en, zh)
  const button = (en: string, zh: string) => page.getByRole('button', { name: t(en, zh), exact: true })
  const cards = page.locator('.pwd-field')
  const dialog = page.getByRole('dialog')
  const apply = async () => {
    await hand.press(dialog.getByRole('button', { name: t('Apply', '应用'), exact: true }))
    await expect(dialog).toHaveCount(0)
  }
  const call = (label: Words) =>
    hand.write(
      page.getByRole('textbox', { name: t('Label (English)', '名称 (中文)'), exact: true }),
      say(label),
    )
  return {
    say,
    button,
    call,
    list: (en, zh) => page.getByRole('combobox', { name: t(en, zh), exact: true }),
    async add(type, label) {
      const count = await cards.count()
      const name = new RegExp(`^${t(`Add ${type[0]}\\.`, `添加${type[1].replace(/[（）]/g, '.')}\\.`)}`)
      await hand.press(page.getByRole('button', { name }).first())
      await expect(cards).toHaveCount(count + 1)
      await call(label)
      await expect(cards.filter({ hasText: say(label) }).first()).toBeVisible()
    },
    async addColumn(type, label) {
      await hand.press(button('Add column', '添加列'))
      await hand.press(page.getByRole('menuitem', { name: say(type), exact: true }))
      await call(label)
    },
    async formula(text) {
      const code = page.locator('.cm-content').first()
      await code.focus()
      await page.keyboard.insertText(text)
      await page.keyboard.press('Escape')
      await code.blur()
    },
    async options(names) {
      await hand.press(button('All options: more', '全部选项：更多操作'))
      await hand.press(page.getByRole('menuitem', { name: t('Edit as text', '以文本编辑') }))
      await dialog.getByRole('textbox').focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(names.map(say).join('\n'))
      await apply()
    },
    async levels(block, names) {
      await hand.press(button('Paste several levels', '粘贴多级选项'))
      const boxes = dialog.getByRole('textbox')
      await boxes.first().focus()
      await page.keyboard.insertText(block.join('\n'))
      for (const [at, name] of names.entries()) await hand.write(boxes.nth(at + 1), say(name))
      await apply()
    },
  }
}
