export {
  formatNumber,
  formatMoney,
  formatAmount,
  formatCompact,
  currencySign,
  formatPercent,
} from '@pipewright/compiler'
