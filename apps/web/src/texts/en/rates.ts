export const rates = {
  exchangeRates: 'Exchange rates',
  addRate: 'Add rate',
  changeRate: 'Change rate',
  currency: 'Currency',
  currencyWrong: 'Write the three letters of a currency, for example USD.',
  rateFrom: 'From',
  dayMissing: 'Choose a day.',
  rate: 'Rate',
  rateHint:
    'What one unit is worth in the workspace currency, until the next rate begins. Amounts of the past follow when it changes.',
  rateWrong: 'Write a number above zero with at most ten decimal places.',
  homeCurrency: 'Workspace currency',
  pasteRates: 'Paste rates',
  pasteRatesHint: 'One line per rate: currency, day and rate, as they come out of a spreadsheet.',
  takeRates: 'Take over {{count}} rates',
  linesWrong: 'These lines are no rates:',
  noRates: 'No rates yet',
  noRatesHint:
    'Enter what a unit of each currency is worth, and from which day on. Amounts in that currency then count in totals.',
  recalculating: 'Recalculating {{count}} amounts by the new rates …',
}
