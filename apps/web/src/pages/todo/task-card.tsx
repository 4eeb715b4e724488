import type { Task } from '@pipewright/contract'
import { indexDefinition, localize } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { listed, Panel, useUiLocale } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMoment } from '../../shell/use-moment.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { DecisionBox } from './decision-box.tsx'

/** Facts that need the whole width of the card. */
const wide: ReadonlySet<Field['type']> = new Set(['lineItems', 'longText', 'richText'])

/** One approval that waits: what it is about, the facts the builder chose, the decision. */
export function TaskCard(props: { task: Task; tools?: ReactNode; onDone: () => void }) {
  const { task } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const moment = useMoment()
  const index = indexDefinition(app.definition)
  const form = app.definition.forms.find((candidate) => candidate.key === task.form)
  const requester = app.people.find((person) => person.id === task.requestedBy)?.name ?? '–'
  return (
    <Panel
      className="task-card"
      title={`${form === undefined ? '' : localize(form.label, locale)} · ${task.title}`}
      extra={
        <>
          <Link to={workspacePath(app, `/f/${task.form}/${task.record}`)}>{text('openRecord')}</Link>
          {props.tools}
        </>
      }
    >
      <p className="run-line">{listed([requester, moment(task.at)], locale, 'parts')}</p>
      {task.comment !== '' && <blockquote>{task.comment}</blockquote>}
      <dl className="facts">
        {task.facts.map(({ field: path, value }) => {
          const field = index.field(task.form, path)?.field
          if (field === undefined) return null
          return (
            <div key={path} className={wide.has(field.type) ? 'fact-wide' : undefined}>
              <dt>{localize(field.label, locale)}</dt>
              <dd>
                <FieldValue field={field} value={value} titles={task.titles} />
              </dd>
            </div>
          )
        })}
      </dl>
      <DecisionBox task={task.id} version={task.version} onDone={props.onDone} />
    </Panel>
  )
}
