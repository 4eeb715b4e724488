import { createContext, useContext } from 'react'
import { useTexts } from '../texts/use-texts.ts'

/** Records of the list that the reader follows and somebody else changed since he looked. */
export const UnseenContext = createContext<ReadonlySet<string>>(new Set())

/** A dot at such a record. */
export function UnseenMark({ record }: { readonly record: string }) {
  const t = useTexts()
  if (!useContext(UnseenContext).has(record)) return null
  return (
    <span className="pw-fresh" title={t('table.unseen')}>
      <span className="pw-hidden-text">{t('table.unseen')}</span>
    </span>
  )
}
