import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type ResetTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'reset'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Say = (key: keyof ResetTexts, values?: Readonly<Record<string, string>>) => string

/** The texts of coming in without the password, which come with their pages. */
export function useResetText(): Say {
  const { t } = useTranslation(namespace)
  return t as unknown as Say
}
