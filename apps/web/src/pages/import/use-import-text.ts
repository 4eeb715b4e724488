import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type ImportTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'import'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Plural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

export type ImportText = (key: Plural<keyof ImportTexts>, params?: Record<string, string | number>) => string

/** Texts of the import that nobody downloads before it is opened. */
export function useImportText(): ImportText {
  const { t } = useTranslation(namespace)
  return t as unknown as ImportText
}
