import type { ReactNode } from 'react'

export interface PanelProps {
  readonly title: ReactNode
  /** Stands at the right of the title. */
  readonly extra?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** One thing of a list with its title and what belongs to it, in a frame. */
export function Panel({ title, extra, className, children }: PanelProps) {
  return (
    <section className={className === undefined ? 'pw-panel' : `pw-panel ${className}`}>
      <div className="pw-panel-head">
        <div className="pw-panel-title">{title}</div>
        {extra}
      </div>
      <div className="pw-panel-body">{children}</div>
    </section>
  )
}
