import { ProblemError, type FormRights, type RecordAnswer, type Values } from '@pipewright/contract'
import { ButtonPressContext, RecordPage } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, PageSkeleton, RowsSkeleton } from '@pipewright/ui'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { FirstSteps } from '../../first-steps/first-steps.tsx'
import { useVisit } from '../../places/use-places.ts'
import { useRecord } from '../../queries/records.ts'
import { newRecordPlace } from '../../shell/record-types.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { RecalculationNotice } from '../recalculation-notice.tsx'
import { useRecordParts } from './around/use-record-parts.tsx'
import { useFieldPast } from './past/use-field-past.tsx'
import { LockNotice } from './lock-notice.tsx'
import { RecordActions } from './record-actions.tsx'
import { useLook } from './look/use-look.ts'
import { useSince } from './look/use-since.tsx'
import { RecordShares } from './share/record-shares.tsx'
import { useButtonPress } from './use-button-press.ts'
import { useFormChangedNotice } from './use-form-changed-notice.ts'
import { useRecordTab } from './use-record-tab.ts'
import { useSaveRecord } from './save/use-save-record.ts'
import { browserStorage } from '../../places/browser-storage.ts'

const WhoIsHere = lazy(async () => ({ default: (await import('./presence/who-is-here.tsx')).WhoIsHere }))

const MergedAway = lazy(async () => ({ default: (await import('../merge/merged-away.tsx')).MergedAway }))

const TimelineTab = lazy(async () => ({
  default: (await import('./talk/timeline-tab.tsx')).TimelineTab,
}))

const ApprovalsPanel = lazy(async () => ({ default: (await import('./approvals-panel.tsx')).ApprovalsPanel }))

const RecordTasks = lazy(async () => ({ default: (await import('../todo/record-tasks.tsx')).RecordTasks }))

/** Finds the record of the address. */
export function OneRecordPage() {
  const app = useWorkspace()
  const { form: key = '', id = '' } = useParams()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const rights = app.rights[key]
  const record = useRecord(app.workspace.key, key, id)
  usePageTitle(record.data?.title ?? '')
  if (form === undefined || rights?.read !== true) return <NotFoundPage />
  if (record.isPending) return <PageSkeleton />
  if (record.data === undefined) {
    const problem = record.error instanceof ProblemError ? record.error.problem : null
    if (problem?.status === 404)
      return (
        <Suspense fallback={<PageSkeleton />}>
          <MergedAway form={key} id={id} />
        </Suspense>
      )
    return <ErrorNotice problem={problem} onRetry={() => void record.refetch()} />
  }
  return <FoundRecord key={id} form={form} rights={rights} record={record.data} />
}

function Here(site: { form: string; record: string }) {
  return (
    <Suspense fallback={null}>
      <WhoIsHere {...site} />
    </Suspense>
  )
}

function Timeline(of: { form: Form; id: string }) {
  return (
    <Suspense fallback={<RowsSkeleton rows={4} />}>
      <RecordTasks form={of.form.key} record={of.id} />
      <TimelineTab {...of} />
    </Suspense>
  )
}

function Approvals(of: { form: string; record: RecordAnswer }) {
  return (
    <Suspense fallback={<RowsSkeleton />}>
      <ApprovalsPanel {...of} />
    </Suspense>
  )
}

/** One record with its path, facts, tabs and actions. */
function FoundRecord({ form, rights, record }: { form: Form; rights: FormRights; record: RecordAnswer }) {
  const app = useWorkspace()
  const navigate = useNavigate()
  const [tab, setTab] = useRecordTab()
  const { save, saving } = useSaveRecord(form.key, record.id)
  const press = useButtonPress(form.key, record)
  useVisit(`/f/${form.key}/${record.id}`, record.title, record.deleted_at !== null)
  useFormChangedNotice()
  const looking = useLook(form.key, record)
  const [sharing, share] = useState(false)
  const parts = useRecordParts(form, record.id)
  const past = useFieldPast(form, record)
  const since = useSince(form.key, looking.look)
  const hasWorkflow = app.definition.workflows.some((workflow) => workflow.form === form.key)
  const createRelated = (other: string, values: Values) =>
    void navigate(
      workspacePath(app, newRecordPlace(other, { values, from: { form: form.key, id: record.id } })),
    )
  return (
    <>
      <FirstSteps />
      <RecalculationNotice form={form.key} />
      <ButtonPressContext value={press}>
        {since.mark(
          <RecordPage
            form={form.key}
            record={record}
            rights={rights}
            onSave={save}
            saving={saving}
            timeline={<Timeline form={form} id={record.id} />}
            tab={tab}
            onTab={setTab}
            parts={parts}
            presence={<Here form={form.key} record={record.id} />}
            actions={
              <RecordActions form={form} record={record} looking={looking} onShare={() => share(true)} />
            }
            notice={
              <>
                {since.bar}
                <RecordShares form={form.key} record={record} open={sharing} onOpen={share} />
                <LockNotice form={form.key} record={record} />
              </>
            }
            {...(hasWorkflow ? { approvals: <Approvals form={form.key} record={record} /> } : {})}
            drafts={browserStorage}
            onCreateRelated={createRelated}
            onFieldPast={past.open}
          />,
        )}
      </ButtonPressContext>
      {past.dialog}
    </>
  )
}
