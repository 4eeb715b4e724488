/** Stands for the rows of a long table that are out of sight. */
export function ItemsGap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="pw-items-gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it is room, hidden from readers, and no control */}
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}
