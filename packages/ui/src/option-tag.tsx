import type { PaletteColor } from './theme/palette.ts'

export interface OptionTagProps {
  readonly label: string
  readonly color?: PaletteColor | undefined
}

/** An option in its colour, readable in light and dark; without a colour it is grey. */
export function OptionTag({ label, color = 'gray' }: OptionTagProps) {
  return (
    <span
      className="pw-tag"
      title={label}
      style={{ background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }}
    >
      <span>{label}</span>
    </span>
  )
}
