import { useTranslation } from 'react-i18next'
import type { Texts } from './en.ts'

export type TextKey = keyof Texts
export type Text = (key: TextKey, params?: Record<string, string | number>) => string

/** The texts of the shell in the reader's language. */
export function useText(): Text {
  const { t } = useTranslation('web')
  return t as unknown as Text
}
