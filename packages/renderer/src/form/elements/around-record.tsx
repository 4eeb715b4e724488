import type { KeyboardEvent, ReactNode } from 'react'

/** Enter in a search of its own does not save the record it stands in. */
function stay(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

/** Something with inputs of its own inside the form of a record. */
export function AroundRecord({ children }: { readonly children: ReactNode }) {
  return (
    // What is typed in here is no value of the record, whose form it stands in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only keeps keys of its inputs to itself
    <div className="pw-around" onKeyDown={stay} onSubmit={(event) => event.stopPropagation()}>
      {children}
    </div>
  )
}
