import type { Color } from '@pipewright/schemas'
import { Icon, paletteColors } from '@pipewright/ui'
import { Popover } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

export interface ColorPickerProps {
  readonly label: string
  readonly value: Color | undefined
  readonly onPick: (color: Color) => void
}

function Swatches({ value, onPick }: Omit<ColorPickerProps, 'label'>) {
  const t = useTexts()
  return (
    <div className="pwd-swatches">
      {paletteColors.map((color) => (
        <button
          key={color}
          type="button"
          className="pwd-swatch"
          aria-label={t(`color.${color}`)}
          aria-pressed={value === color}
          style={{ background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }}
          onClick={() => onPick(color)}
        >
          {value === color && <Icon name="check" />}
        </button>
      ))}
    </div>
  )
}

/** One of the colours of the palette. */
export function ColorPicker({ label, value, onPick }: ColorPickerProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const color = value ?? 'gray'
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      content={
        <Swatches
          value={value}
          onPick={(picked) => {
            onPick(picked)
            setOpen(false)
          }}
        />
      }
    >
      <button
        type="button"
        className="pwd-swatch"
        aria-label={`${label}: ${t(`color.${color}`)}`}
        style={{ background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }}
      >
        <span className="pwd-dot" />
      </button>
    </Popover>
  )
}
