import { useContext } from 'react'
import { FreshFieldsContext } from '../record/fresh-fields.ts'

/** A dot at a field that somebody else changed since the reader looked. */
export function FreshMark({ field }: { readonly field: string }) {
  const said = useContext(FreshFieldsContext).get(field)
  if (said === undefined) return null
  return (
    <span className="pw-fresh" title={said}>
      <span className="pw-hidden-text">{said}</span>
    </span>
  )
}
