import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type AgainTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'sign-in-again'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

/** The texts of signing in again, which come with it. */
export function useAgainText(): (key: keyof AgainTexts) => string {
  const { t } = useTranslation(namespace)
  return t as unknown as (key: keyof AgainTexts) => string
}
