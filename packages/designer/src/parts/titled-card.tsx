import { Icon } from '@pipewright/ui'
import type { ReactNode } from 'react'

interface TitledCardProps {
  readonly name: string
  /** What opens and closes it; left out where all of it stands there. */
  readonly toggle?: { readonly isOpen: boolean; readonly label: string; readonly press: () => void }
  readonly remove: { readonly label: string; readonly press: () => void }
  readonly children: ReactNode
}

/** One of several things of a kind: what it is called, and what takes it away. */
export function TitledCard({ name, toggle, remove, children }: TitledCardProps) {
  return (
    <div className="pwd-card" role="group" aria-label={name}>
      <div className="pwd-card-head">
        <strong>{name}</strong>
        {toggle !== undefined && (
          <button
            type="button"
            className="pwd-tool"
            aria-expanded={toggle.isOpen}
            aria-label={toggle.label}
            onClick={toggle.press}
          >
            <Icon name={toggle.isOpen ? 'up' : 'edit'} />
          </button>
        )}
        <button type="button" className="pwd-tool" aria-label={remove.label} onClick={remove.press}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </div>
  )
}
