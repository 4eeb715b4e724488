import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import type { UiLocale } from './ui-locale.ts'

type ComponentLocale = (typeof enUS)['default']

/** Bundlers hand over the default export, Node the CommonJS module around it. */
const unwrap = (module: ComponentLocale | { readonly default: ComponentLocale }): ComponentLocale =>
  'default' in module ? module.default : module

/** The year and the month above a calendar are called what they show: a name beside it would hide it from whoever listens. */
function asShown(texts: ComponentLocale): ComponentLocale {
  const { DatePicker: calendar } = texts
  if (calendar === undefined) return texts
  return {
    ...texts,
    DatePicker: { ...calendar, lang: { ...calendar.lang, yearSelect: '', monthSelect: '' } },
  }
}

/** Ant Design's own texts. */
export const componentLocale: Readonly<Record<UiLocale, ComponentLocale>> = {
  en: asShown(unwrap(enUS)),
  zh: asShown(unwrap(zhCN)),
}
