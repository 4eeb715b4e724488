import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type AccountTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'own-account'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Say = (key: keyof AccountTexts, values?: Readonly<Record<string, string>>) => string

/** The texts of the page of one's own account, which come with it. */
export function useAccountText(): Say {
  const { t } = useTranslation(namespace)
  return t as unknown as Say
}
