import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type PasswordTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'own-password'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

/** The texts of the page on which one changes one's password, which come with it. */
export function usePasswordText(): (key: keyof PasswordTexts) => string {
  const { t } = useTranslation(namespace)
  return t as unknown as (key: keyof PasswordTexts) => string
}
