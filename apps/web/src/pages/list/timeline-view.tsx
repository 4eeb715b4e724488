import type { Query } from '@pipewright/contract'
import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import {
  momentFields,
  QuickFilterBar,
  RecordBars,
  timelineSpan,
  timelineWindow,
  useReaderContext,
  useRenderer,
  windowFilter,
  windowSort,
  type MomentFields,
  type Unscheduled,
} from '@pipewright/renderer'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useState } from 'react'
import { useRecordPages } from '../../queries/records.ts'
import { useRecordCount } from '../../queries/timeline.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { windowQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useCreateWith } from './use-create-with.ts'
import { useOpenRecord } from './use-open-record.ts'
import { useSaveRecord } from './use-save-record.ts'
import { useTimelineLines } from './use-timeline-lines.ts'
import { filterChange, shownFilter } from './views/shown-filter.ts'

function Tools(props: ListProps) {
  const { form, view, address, onAddress } = props
  return (
    <ListTools {...props}>
      <QuickFilterBar
        form={form.key}
        offered={view.table?.quickFilters}
        columns={view.columns}
        filter={view.saved === undefined ? address.filter : shownFilter(view, address)}
        onFilter={(filter) => onAddress({ filter: filterChange(view, filter) })}
      />
    </ListTools>
  )
}

/** Records without a date: counted always, read while they are looked at. */
function useUnscheduled(workspace: string, form: string, query: Query, isOpen: boolean): Unscheduled {
  const count = useRecordCount(workspace, form, query)
  const pages = useRecordPages(workspace, form, query, isOpen)
  return {
    count: count.data?.count,
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    hasMore: pages.hasNextPage,
    loading: pages.isFetching,
    onMore: () => void pages.fetchNextPage(),
  }
}

function Timeline(props: ListProps & { readonly fields: MomentFields }) {
  const { form, view, address, onAddress, fields } = props
  const workspace = useWorkspace().workspace.key
  const { calendar, zone } = useRenderer()
  const readerContext = useReaderContext()
  const label = localize(view.label, useUiLocale())
  const [trayOpen, onTray] = useState(false)
  const span = timelineSpan(address.span, view)
  const day = address.day ?? readerContext().today
  const inSight = windowFilter(fields, timelineWindow(span, day, calendar), zone)
  const query = windowQuery(view, address, inSight, windowSort(fields))
  const { lines, loading, error, retry } = useTimelineLines(props, query)
  const count = useRecordCount(workspace, form.key, query)
  const undated = windowQuery(view, address, { isEmpty: [{ var: fields.start.key }] }, [
    { field: 'updated_at', direction: 'desc' },
  ])
  const unscheduled = useUnscheduled(workspace, form.key, undated, trayOpen)
  const save = useSaveRecord(form.key)
  const open = useOpenRecord(form)
  const create = useCreateWith(form)
  if (error !== null)
    return <ErrorNotice problem={error instanceof ProblemError ? error.problem : null} onRetry={retry} />
  return (
    <>
      <Tools {...props} />
      <RecordBars
        view={view}
        label={label}
        span={span}
        day={day}
        onShow={(next, at) => onAddress({ span: next, day: at })}
        lines={lines}
        count={count.data?.count}
        loading={loading}
        unscheduled={unscheduled}
        trayOpen={trayOpen}
        onTray={onTray}
        onMove={save}
        onOpen={open}
        onCreate={create}
      />
    </>
  )
}

/** Records as bars over the days from their first date to their last. */
export function TimelineView(props: ListProps) {
  const { index } = useRenderer()
  const fields = momentFields(index, props.view)
  return fields === undefined ? null : <Timeline {...props} fields={fields} />
}
