import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type ProofTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'proof'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

/** The texts of giving the password again, which come with it. */
export function useProofText(): (key: keyof ProofTexts) => string {
  const { t } = useTranslation(namespace)
  return t as unknown as (key: keyof ProofTexts) => string
}
