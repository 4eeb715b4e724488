import { localize } from '@pipewright/metadata'
import type { LocalizedText } from '@pipewright/schemas'
import { useCallback } from 'react'
import { useDesign } from './design-context.ts'

/** Reads a text of the definition in the language of the interface; never empty. */
export function useLocalized(): (text: LocalizedText | undefined, otherwise?: string) => string {
  const { locale } = useDesign()
  return useCallback((text, otherwise = '…') => localize(text, locale) || otherwise, [locale])
}
