import { useTranslation } from 'react-i18next'
import type { Texts } from './en.ts'

/** A text with forms for one and many is asked for by its name alone. */
type Plural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type TextKey = Plural<keyof Texts>
export type Text = (key: TextKey, params?: Record<string, string | number>) => string

/** The texts of the shell in the reader's language. */
export function useText(): Text {
  const { t } = useTranslation('web')
  return t as unknown as Text
}
