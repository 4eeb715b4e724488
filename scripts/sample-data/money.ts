/** Money is counted in whole cents; discounts are whole percents, so every step is exact. */
export type Cents = number

export interface PricedLine {
  readonly quantity: number
  readonly unitPrice: Cents
  readonly discount: number
}

/** quantity × price × (1 − discount), rounded half up to the cent, as the quote's formula does. */
export function lineTotal(line: PricedLine): Cents {
  return Math.floor((line.quantity * line.unitPrice * (100 - line.discount) + 50) / 100)
}

export function totalOf(lines: readonly PricedLine[]): Cents {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0)
}

/** 30 %, 40 % and the rest, exact to the cent. */
export function threeInstalments(total: Cents): [Cents, Cents, Cents] {
  const part = (percent: number) => Math.floor((total * percent + 50) / 100)
  return [part(30), part(40), total - part(30) - part(40)]
}

export function moneyText(cents: Cents): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}
