import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type OfflineTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'offline'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

/** A text with forms for one and many is asked for by its name alone. */
type Plural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type OfflineText = (
  key: Plural<keyof OfflineTexts>,
  params?: Record<string, string | number>,
) => string

/** The texts of working without the server, which come after the first page. */
export function useOfflineText(): OfflineText {
  const { t } = useTranslation(namespace)
  return t as unknown as OfflineText
}

/** The same outside of components. */
export const offlineWord: OfflineText = (key, params) => i18next.t(key, { ns: namespace, ...params })
