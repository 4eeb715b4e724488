import type { PastRecord, RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FieldValue, wallDay, wallPickers } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useId, useState } from 'react'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { endOfMinute, minuteOf } from './minute.ts'
import '../../../undo/undo.css'
import './past.css'

interface AsOfDialogProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly onClose: () => void
}

/** The fields of the record as they were; what one may not see today is not there. */
function PastFields({ form, then }: { readonly form: Form; readonly then: PastRecord }) {
  const text = useText()
  const locale = useUiLocale()
  const { people } = useWorkspace()
  const name = (key: string) =>
    localize(form.fields.find((field) => field.key === key)?.label ?? {}, locale) || key
  if (!then.exists) return <Alert type="info" showIcon title={text('asOfNotYet')} />
  const shown = form.fields.filter(({ key }) => key in then.values)
  return (
    <>
      {then.deleted && <Alert type="warning" showIcon title={text('asOfDeleted')} />}
      <dl className="past-fields">
        <div>
          <dt>{text('owner')}</dt>
          <dd>{people.find(({ id }) => id === then.owner)?.name ?? '–'}</dd>
        </div>
        {shown.map((field) => (
          <div key={field.key}>
            <dt>{name(field.key)}</dt>
            <dd>
              <FieldValue field={field} value={then.values[field.key] ?? null} titles={then.titles} />
            </dd>
          </div>
        ))}
      </dl>
      {then.unknown.length > 0 && (
        <p className="undo-when">
          {text('asOfUnknown', { fields: then.unknown.map(name).join(text('changedComma')) })}
        </p>
      )}
    </>
  )
}

/** Shows a record as it was at a moment, read-only and marked as such. */
export function AsOfDialog({ form, record, onClose }: AsOfDialogProps) {
  const text = useText()
  const id = useId()
  const { workspace, member } = useWorkspace()
  const [latest] = useState(() => minuteOf(Date.now(), member.zone))
  const [moment, setMoment] = useState(latest)
  const { DatePicker } = wallPickers(member.zone)
  const at = endOfMinute(moment, member.zone)
  const past = useQuery({
    queryKey: ['records', workspace.key, form.key, 'as-of', record.id, at],
    queryFn: () =>
      client.call('getRecordAsOf', {
        params: { workspace: workspace.key, form: form.key, id: record.id },
        query: { at: at ?? '' },
      }),
    enabled: at !== null,
  })
  return (
    <Modal
      open
      width={640}
      title={text('asOfTitle', { title: record.title })}
      footer={null}
      onCancel={onClose}
    >
      <label htmlFor={id}>{text('asOfMoment')}</label>
      <DatePicker
        id={id}
        className="past-moment"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        allowClear={false}
        value={wallDay(moment)}
        maxDate={wallDay(latest)}
        onChange={(picked) => setMoment(picked?.format('YYYY-MM-DDTHH:mm') ?? latest)}
      />
      <Alert className="past-note" type="info" showIcon title={text('asOfNote')} />
      {past.isError && <ErrorNotice problem={null} onRetry={() => void past.refetch()} />}
      {past.isPending && at !== null && <RowsSkeleton />}
      {past.data !== undefined && <PastFields form={form} then={past.data} />}
    </Modal>
  )
}
