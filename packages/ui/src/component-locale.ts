import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import type { UiLocale } from './ui-locale.ts'

type ComponentLocale = (typeof enUS)['default']

/** Bundlers hand over the default export, Node the CommonJS module around it. */
const unwrap = (module: ComponentLocale | { readonly default: ComponentLocale }): ComponentLocale =>
  'default' in module ? module.default : module

/** Ant Design's own texts. */
export const componentLocale: Readonly<Record<UiLocale, ComponentLocale>> = {
  en: unwrap(enUS),
  zh: unwrap(zhCN),
}
