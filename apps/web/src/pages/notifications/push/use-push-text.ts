import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type PushTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'push'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

/** The texts of push, which come with the settings that speak of it. */
export function usePushText(): (key: keyof PushTexts, params?: Record<string, string>) => string {
  const { t } = useTranslation(namespace)
  return t as unknown as (key: keyof PushTexts, params?: Record<string, string>) => string
}
