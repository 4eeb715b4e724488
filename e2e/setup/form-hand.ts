import type { Locator, Page } from '@playwright/test'

type Place = Page | Locator

const pageOf = (place: Place): Page => ('goto' in place ? place : place.page())

/** Chooses an entry of a list box by its words, as a person does: opens it, types where that narrows it, clicks the entry. */
export async function choose(
  place: Place,
  label: string | RegExp,
  entry: string,
  typed?: string,
): Promise<void> {
  const box = place.getByRole('combobox', {
    name: label,
    ...(typeof label === 'string' ? { exact: true } : {}),
  })
  await box.click()
  if (typed !== undefined) await box.fill(typed)
  await pageOf(place)
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: entry })
    .first()
    .click()
}

/** An amount as screens show it: "¥1,234.50". */
export function yuan(amount: string | number | null): string {
  const [whole = '0', decimals = ''] = String(amount ?? '0').split('.')
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals.padEnd(2, '0').slice(0, 2)}`
}

/** The box of a field, by the label that stands over it. */
export const boxOf = (place: Place, label: string): Locator =>
  place.getByRole('textbox', { name: label, exact: true })
