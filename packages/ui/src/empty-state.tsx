import type { ReactNode } from 'react'
import { Icon } from './icons/icon.tsx'

export interface EmptyStateProps {
  readonly icon?: string
  readonly title: string
  /** What to do now. */
  readonly text?: string
  readonly action?: ReactNode
}

/** What is shown where nothing is yet: what this place is for and what to do. */
export function EmptyState({ icon = 'inbox', title, text, action }: EmptyStateProps) {
  return (
    <div className="pw-empty">
      <span className="pw-empty-icon" aria-hidden="true">
        <Icon name={icon} />
      </span>
      <div className="pw-empty-title">{title}</div>
      {text !== undefined && <div className="pw-empty-text">{text}</div>}
      {action !== undefined && <div className="pw-empty-action">{action}</div>}
    </div>
  )
}
