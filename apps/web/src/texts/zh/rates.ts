import type { rates as english } from '../en/rates.ts'

export const rates: { readonly [K in keyof typeof english]: string } = {
  exchangeRates: '汇率',
  addRate: '添加汇率',
  changeRate: '修改汇率',
  currency: '币种',
  currencyWrong: '请输入三位字母的币种代码，例如 USD。',
  rateFrom: '生效日期',
  dayMissing: '请选择日期。',
  rate: '汇率',
  rateHint: '一单位外币折合多少本位币，直到下一个汇率生效。修改后，以往的金额会随之重算。',
  rateWrong: '请输入大于零的数字，最多十位小数。',
  homeCurrency: '本位币',
  pasteRates: '粘贴汇率',
  pasteRatesHint: '每行一个汇率：币种、日期、汇率，可直接从电子表格粘贴。',
  takeRates: '导入 {{count}} 个汇率',
  linesWrong: '以下各行不是有效汇率：',
  noRates: '暂无汇率',
  noRatesHint: '录入各币种的汇率及其生效日期，该币种的金额即可折算计入合计。',
  recalculating: '正在按新汇率重算 {{count}} 笔金额…',
}
