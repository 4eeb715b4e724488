import type { ReactNode } from 'react'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** Stands before the title: an icon or a mark. */
  readonly mark?: ReactNode
  /** One quiet line below. */
  readonly text?: ReactNode
  readonly actions?: ReactNode
}

/** The head of a page: one `h1`, one quiet line, the actions at the right (below on a phone). */
export function PageHeader({ title, mark, text, actions }: PageHeaderProps) {
  return (
    <header className="pw-page-header">
      {mark}
      <div className="pw-page-header-words">
        <h1>{title}</h1>
        {text !== undefined && <div className="pw-page-header-quiet">{text}</div>}
      </div>
      {actions !== undefined && <div className="pw-page-header-actions">{actions}</div>}
    </header>
  )
}
