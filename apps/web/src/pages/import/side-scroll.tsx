import type { ReactNode } from 'react'

/** A table that is wider than a phone: it scrolls by touch and, with the focus on it, by the arrows. */
export function SideScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div className="import-wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
