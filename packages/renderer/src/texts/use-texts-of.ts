import { useUiLocale } from '@pipewright/ui'
import { useContext } from 'react'
import { getI18n, I18nContext } from 'react-i18next'
import { textsIn } from './texts-in.ts'

/** The texts of a namespace in the language of the interface, which the providers around everything tell. */
export function useTextsOf(namespace: string): ReturnType<typeof textsIn> {
  const around = useContext(I18nContext)
  return textsIn(around?.i18n ?? getI18n(), useUiLocale(), namespace)
}
