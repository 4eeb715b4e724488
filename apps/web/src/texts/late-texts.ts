import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** A text with forms for one and many is asked for by its name alone. */
type NameOf<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

export type LateText<T> = (key: NameOf<keyof T>, params?: Readonly<Record<string, string | number>>) => string

/** Texts of a room that nobody downloads before it is opened, in both languages: they are known from now on. Answers the hook that says them. */
export function lateTexts<T extends object>(
  namespace: string,
  texts: { readonly en: T; readonly zh: T },
): () => LateText<T> {
  i18next.addResourceBundle('en', namespace, texts.en)
  i18next.addResourceBundle('zh', namespace, texts.zh)
  return function useLateText() {
    const { t } = useTranslation(namespace)
    return t as unknown as LateText<T>
  }
}
