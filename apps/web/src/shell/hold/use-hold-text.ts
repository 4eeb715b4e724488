import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type HoldTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'hold'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

type Plural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type HoldText = (key: Plural<keyof HoldTexts>, params?: Record<string, string | number>) => string

/** The texts of what waits after a restore, which hardly anybody ever downloads. */
export function useHoldText(): HoldText {
  const { t } = useTranslation(namespace)
  return t as unknown as HoldText
}
