import type { AlikeRecord } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { useDay } from '../../shell/use-day.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useDuplicateText } from './use-duplicate-text.ts'

interface AlikeRecordLineProps {
  readonly form: Form
  readonly record: AlikeRecord
  /** Undefined where there is nothing to choose. */
  readonly chosen: boolean | undefined
  readonly onChoose: (chosen: boolean) => void
}

/** A record of a group: its name, what is compared of it, whose it is and since when. */
export function AlikeRecordLine({ form, record, chosen, onChoose }: AlikeRecordLineProps) {
  const app = useWorkspace()
  const text = useDuplicateText()
  const locale = useUiLocale()
  const day = useDay()
  const title = record.title || '–'
  const owner = app.people.find(({ id }) => id === record.owner)?.name
  const labelOf = (key: string) =>
    localize(form.fields.find((field) => field.key === key)?.label ?? {}, locale) || key
  return (
    <li className="alike-line">
      {chosen !== undefined && (
        <Checkbox checked={chosen} aria-label={title} onChange={({ target }) => onChoose(target.checked)} />
      )}
      <div className="alike-what">
        <Link to={workspacePath(app, `/f/${form.key}/${record.id}`)}>{title}</Link>
        <dl className="alike-fields">
          {record.fields.map(({ field, text: value, alike }) => (
            <div key={field} className={alike ? 'alike-field alike-same' : 'alike-field'}>
              <dt>{labelOf(field)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <span className="alike-meta">
        {owner !== undefined && <span>{owner}</span>}
        <span>{text('created', { at: day(record.created_at) })}</span>
      </span>
    </li>
  )
}
