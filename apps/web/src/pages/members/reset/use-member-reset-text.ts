import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type MemberResetTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'member-reset'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Say = (key: keyof MemberResetTexts, values?: Readonly<Record<string, string | number>>) => string

/** The texts of links that administrators make for members. */
export function useMemberResetText(): Say {
  const { t } = useTranslation(namespace)
  return t as unknown as Say
}
