import type { Form } from '@pipewright/schemas'
import { useText } from '../../../texts/use-text.ts'
import { TimelinePanel } from './timeline-panel.tsx'

/** The timeline where a builder placed it on the form of a record. */
export function TimelinePart(props: { form: Form; id: string; related: boolean }) {
  const text = useText()
  return (
    <section aria-label={text('timeline')}>
      <h2 className="talk-title">{text('timeline')}</h2>
      <TimelinePanel {...props} />
    </section>
  )
}
