import { layoutsOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { keptValue } from '../../../places/kept-value.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { TimelinePanel } from './timeline-panel.tsx'

const isYes = (value: unknown): value is boolean => typeof value === 'boolean'

/** Whether somebody looks at a record alone or at what belongs to it too: kept per member and form. */
const kept = keptValue<boolean>('pipewright.timeline.', false, isYes)

/** The timeline of a record, of it alone or with what belongs to it, as its reader likes. */
export function TimelineTab({ form, id }: { form: Form; id: string }) {
  const text = useText()
  const { member, rights } = useWorkspace()
  const key = `${member.id}.${form.key}`
  const related = kept.use(key)
  const hasRelated = layoutsOf(form).some((layout) =>
    layout.related?.some((list) => rights[list.form]?.read === true),
  )
  const reach = hasRelated && (
    <Segmented
      aria-label={text('timelineOf')}
      value={related}
      options={[
        { value: false, label: text('timelineAlone') },
        { value: true, label: text('timelineRelated') },
      ]}
      onChange={(next) => kept.write(key, next)}
    />
  )
  return <TimelinePanel form={form} id={id} related={hasRelated && related} reach={reach} />
}
