import { useId, type ReactNode } from 'react'

/** One part of a dashboard with its heading. */
export function WidgetCard(props: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="pw-report" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.actions}
      </header>
      <div className="pw-report-body">{props.children}</div>
    </section>
  )
}
