import type { RowMark } from './row-mark.ts'

/** At the edge of a row: its colour, and in words what it means, since colour alone says nothing to some. */
export function RowMarkBar({ mark }: { readonly mark: RowMark }) {
  return (
    <span className="pw-row-mark" title={mark.label} style={{ color: `var(--pw-${mark.color}-solid)` }}>
      <span>{mark.label}</span>
    </span>
  )
}
