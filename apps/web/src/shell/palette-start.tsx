import type { ReactEventHandler } from 'react'
import { useText } from '../texts/use-text.ts'

/** What was typed before the search was there; whether Enter ended it. */
export interface Begun {
  readonly q: string
  readonly isEntered: boolean
}

export interface PaletteStartProps {
  readonly onType: (begun: Begun) => void
  /** Letters are being composed, which an exchange of the input would break off. */
  readonly onCompose: (isComposing: boolean) => void
  readonly onClose: () => void
}

const valueOf: (event: Parameters<ReactEventHandler<HTMLInputElement>>[0]) => string = ({ currentTarget }) =>
  currentTarget.value

/** Takes what is typed while the search is loaded: it would go to whatever had the focus before, a cell of a table for one. */
export function PaletteStart({ onType, onCompose, onClose }: PaletteStartProps) {
  const text = useText()
  return (
    <div className="palette-start" role="dialog" aria-label={text('searchAll')}>
      <input
        autoFocus
        aria-label={text('searchAll')}
        placeholder={text('searchHint')}
        onChange={(event) => onType({ q: valueOf(event), isEntered: false })}
        onCompositionStart={() => onCompose(true)}
        onCompositionEnd={(event) => {
          onType({ q: valueOf(event), isEntered: false })
          onCompose(false)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') onType({ q: valueOf(event), isEntered: true })
          if (event.key === 'Escape') onClose()
        }}
      />
    </div>
  )
}
