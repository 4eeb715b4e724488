import { useUiLocale } from '@pipewright/ui'
import { useCallback } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { isRounded, roundedCount } from './about-count.ts'
import { formatNumber } from './decimal-format.ts'

/** Says a number of records: as it is up to 10,000, about how many above, or where it is not known better. */
export function useCount(): (count: number, exact?: boolean) => string {
  const t = useTexts()
  const locale = useUiLocale()
  return useCallback(
    (count, exact = !isRounded(count)) =>
      exact
        ? formatNumber(String(count), locale, 0)
        : t('value.about', { count: roundedCount(count, locale) }),
    [t, locale],
  )
}
