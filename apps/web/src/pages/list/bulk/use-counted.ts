import { useUiLocale } from '@pipewright/ui'
import { useText } from '../../../texts/use-text.ts'

/** A number of records as lists say it: exact as far as it was counted. */
export function useCounted(): (
  counted: { readonly count: number; readonly exact: boolean } | null,
) => string {
  const locale = useUiLocale()
  const text = useText()
  return (counted) => {
    if (counted === null) return '…'
    const figure = counted.count.toLocaleString(locale)
    return counted.exact ? figure : text('countedMore', { count: figure })
  }
}
