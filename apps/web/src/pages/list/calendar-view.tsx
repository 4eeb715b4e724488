import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import {
  calendarSpan,
  calendarWindow,
  momentFields,
  RecordCalendar,
  useReaderContext,
  useRenderer,
  windowFilter,
  windowSort,
  type MomentFields,
} from '@pipewright/renderer'
import { ErrorNotice, useNarrow, useUiLocale } from '@pipewright/ui'
import { useWindow } from '../../queries/window.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { windowQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { ShownNotice } from './shown-notice.tsx'
import { useCreateWith } from './use-create-with.ts'
import { useOpenRecord } from './use-open-record.ts'
import { useSaveRecord } from './use-save-record.ts'

function Calendar(props: ListProps & { readonly fields: MomentFields }) {
  const { form, view, address, onAddress, fields } = props
  const { calendar, zone } = useRenderer()
  const readerContext = useReaderContext()
  const locale = useUiLocale()
  const span = calendarSpan(address.span, view, useNarrow())
  const day = address.day ?? readerContext().today
  const shown = calendarWindow(span, day, calendar?.weekStart ?? 1)
  const filter = windowFilter(fields, shown, zone)
  const query = windowQuery(view, address, filter, windowSort(fields))
  const { pages, rows, count } = useWindow(useWorkspace().workspace.key, form.key, query)
  const save = useSaveRecord(form.key)
  const open = useOpenRecord(form)
  const create = useCreateWith(form)
  if (pages.isError && pages.data === undefined) {
    const problem = pages.error instanceof ProblemError ? pages.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void pages.refetch()} />
  }
  return (
    <>
      <ListTools {...props} />
      <ShownNotice
        shown={rows.length}
        count={count}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
      <RecordCalendar
        view={view}
        label={localize(view.label, locale)}
        span={span}
        day={day}
        onShow={(next, at) => onAddress({ span: next, day: at })}
        rows={rows}
        loading={pages.isFetching}
        onMove={save}
        onOpen={open}
        onCreate={create}
      />
    </>
  )
}

/** The records of the days that are shown, by the date the view names. */
export function CalendarView(props: ListProps) {
  const { index } = useRenderer()
  const fields = momentFields(index, props.view)
  return fields === undefined ? null : <Calendar {...props} fields={fields} />
}
