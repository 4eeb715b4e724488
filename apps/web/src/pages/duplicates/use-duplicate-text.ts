import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type DuplicateTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'duplicates'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Plural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

export type DuplicateText = (
  key: Plural<keyof DuplicateTexts>,
  params?: Record<string, string | number>,
) => string

/** The texts of the page of duplicates, which nobody downloads before it is opened. */
export function useDuplicateText(): DuplicateText {
  const { t } = useTranslation(namespace)
  return t as unknown as DuplicateText
}
