import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type SettingsTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'settings'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

export type SettingsText = (key: keyof SettingsTexts, params?: Record<string, string | number>) => string

/** The texts of settings, which nobody downloads before opening them. */
export function useSettingsText(): SettingsText {
  const { t } = useTranslation(namespace)
  return t as unknown as SettingsText
}
