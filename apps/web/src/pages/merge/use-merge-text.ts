import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type MergeTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'merge'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Plural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

export type MergeText = (key: Plural<keyof MergeTexts>, params?: Record<string, string | number>) => string

/** The texts of merging, which nobody downloads before it is opened. */
export function useMergeText(): MergeText {
  const { t } = useTranslation(namespace)
  return t as unknown as MergeText
}
