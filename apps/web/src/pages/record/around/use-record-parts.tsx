import type { RecordParts } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { RowsSkeleton } from '@pipewright/ui'
import { lazy, Suspense, useMemo } from 'react'

const RecordTasks = lazy(async () => ({ default: (await import('../../todo/record-tasks.tsx')).RecordTasks }))
const RecordFiles = lazy(async () => ({ default: (await import('./record-files.tsx')).RecordFiles }))
const TimelinePart = lazy(async () => ({ default: (await import('../talk/timeline-part.tsx')).TimelinePart }))

/** What builders place on the form of a record and is loaded where they did. */
export function useRecordParts(form: Form, record: string): RecordParts {
  return useMemo(
    () => ({
      tasks: (related) => (
        <Suspense fallback={<RowsSkeleton rows={2} />}>
          <RecordTasks form={form.key} record={record} related={related} />
        </Suspense>
      ),
      files: (related) => (
        <Suspense fallback={<RowsSkeleton rows={2} />}>
          <RecordFiles form={form.key} record={record} related={related} />
        </Suspense>
      ),
      timeline: (related) => (
        <Suspense fallback={<RowsSkeleton rows={4} />}>
          <TimelinePart form={form} id={record} related={related} />
        </Suspense>
      ),
    }),
    [form, record],
  )
}
