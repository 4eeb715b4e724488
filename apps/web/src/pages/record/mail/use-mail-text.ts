import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type MailTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'mail'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

export type MailText = (key: keyof MailTexts, params?: Record<string, string | number>) => string

/** The texts of mails of records, which come when one is written or read. */
export function useMailText(): MailText {
  const { t } = useTranslation(namespace)
  return t as unknown as MailText
}
