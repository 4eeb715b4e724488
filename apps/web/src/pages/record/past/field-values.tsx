import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import { isEntered } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import type { Field, Form } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { Button } from 'antd'
import { useMoment } from '../../../shell/use-moment.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useFieldHistory } from './use-field-history.ts'
import { usePutBack } from './use-put-back.ts'
import '../../../undo/undo.css'

interface FieldValuesProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly field: Field
}

/** Whether the member may give the field another value. */
function useMayPutBack({ form, record, field }: FieldValuesProps): boolean {
  const { rights } = useWorkspace()
  return (
    rights[form.key]?.fields[field.key] === 'write' &&
    record.may?.update === true &&
    record.locked_by === null &&
    isEntered(field) &&
    field.type !== 'lineItems'
  )
}

type Past = ReturnType<typeof useFieldHistory>['past'][number]

/** One line: the value, who gave it and when. */
function PastValue(
  props: FieldValuesProps & {
    readonly past: Past
    readonly isNow: boolean
    readonly titles: Readonly<Record<string, string>>
  },
) {
  const { field, past, record, titles } = props
  const text = useText()
  const moment = useMoment()
  const { people } = useWorkspace()
  const putBack = usePutBack(props)
  const mayPutBack = useMayPutBack(props)
  const name = people.find(({ id }) => id === past.member)?.name ?? text('somebody')
  return (
    <li className="undo-step">
      <div className="past-value">
        <FieldValue field={field} value={past.value} titles={{ ...record.titles, ...titles }} />
        <div className="undo-when">{text('fieldHistoryBy', { name, at: moment(past.at) })}</div>
      </div>
      {props.isNow && <span className="undo-when">{text('putBackNow')}</span>}
      {!props.isNow && mayPutBack && (
        <Button size="small" onClick={() => void putBack(field, past.value)}>
          {text('putBack')}
        </Button>
      )}
    </li>
  )
}

/** The values of a field over time, newest first. */
export function FieldValues(props: FieldValuesProps) {
  const text = useText()
  const { pages, past, titles } = useFieldHistory(props.form.key, props.record, props.field.key)
  if (pages.isPending) return <RowsSkeleton rows={4} />
  if (pages.isError)
    return (
      <ErrorNotice
        problem={pages.error instanceof ProblemError ? pages.error.problem : null}
        onRetry={() => void pages.refetch()}
      />
    )
  if (past.length === 0) return <p>{text('fieldHistoryNone')}</p>
  return (
    <>
      <ol className="undo-steps past-values">
        {past.map((one, position) => (
          <PastValue key={one.id} {...props} past={one} titles={titles} isNow={position === 0} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('showMore')}
        </Button>
      )}
    </>
  )
}
