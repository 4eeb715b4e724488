import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type PublicTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'public'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

export type PublicText = (key: keyof PublicTexts, params?: Record<string, string>) => string

/** The texts of pages for strangers, which nobody else downloads. */
export function usePublicText(): PublicText {
  const { t } = useTranslation(namespace)
  return t as unknown as PublicText
}
