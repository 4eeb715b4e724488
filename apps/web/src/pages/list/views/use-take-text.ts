import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type TakeTextKey } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'take-view'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

export type TakeText = (key: TakeTextKey, params?: Record<string, string | number>) => string

/** The texts of taking a view into the app, which only builders download who do that. */
export function useTakeText(): TakeText {
  const { t } = useTranslation(namespace)
  return t as unknown as TakeText
}
