import type { Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordForm, storedOrigin, useFormDraft, useStart, type RecordStart } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { Icon, PageHeader, PageSkeleton, useUiLocale } from '@pipewright/ui'
import { Alert } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { copyOf, startOf, type Copied, type RecordBeginning } from './start-values.ts'
import { useAfterCreate } from './use-after-create.ts'
import { useCreateRecord } from './use-create-record.ts'
import { useFillLimit } from './use-fill-limit.ts'
import { useFormChangedNotice } from './use-form-changed-notice.ts'
import { TakenNotice } from './taken-notice.tsx'
import { useTaken } from './use-taken.ts'
import { browserStorage } from '../../places/browser-storage.ts'

const noStart: RecordStart = { titles: {} }

/** A new record. What was typed survives a reload; a double click or a resend makes one record. */
export function NewRecordPage() {
  const app = useWorkspace()
  const { form: key = '' } = useParams()
  const [search] = useSearchParams()
  const location = useLocation()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  if (form === undefined || app.rights[key]?.create !== true) return <NotFoundPage />
  const copied = copyOf(location.state)
  return (
    <StartedRecord
      key={`${key}:${search.toString()}:${location.key}`}
      form={form}
      copied={copied}
      {...startOf(search)}
    />
  )
}

interface NewRecordProps extends RecordBeginning {
  readonly form: Form
  readonly copied: Copied | null
}

/** Waits for what the record starts with; a copy starts with what it is a copy of. */
function StartedRecord(props: NewRecordProps) {
  const { form, copied, origin, preset } = props
  const found = useStart(form.key, origin, preset)
  const start = copied === null ? found : noStart
  return start === undefined ? <PageSkeleton /> : <NewRecord {...props} start={start} />
}

/** What is found while somebody types: values that are taken, and whether one may make another. */
function useHints(form: Form) {
  const app = useWorkspace()
  const taken = useTaken(app.workspace.key, form)
  const full = useFillLimit(form)
  return {
    notices: (
      <>
        {full !== undefined && <Alert type="warning" showIcon title={full} style={{ marginBottom: 16 }} />}
        <TakenNotice form={form} taken={taken.found} />
      </>
    ),
    look: taken.look,
  }
}

function useTitle(form: Form): string {
  const text = useText()
  const title = text('newRecord', { form: localize(form.label, useUiLocale()) })
  usePageTitle(title)
  useFormChangedNotice()
  return title
}

/** Goes to a record that is there already; what was typed is let go. */
function useOpenInstead(form: string, forget: () => void) {
  const app = useWorkspace()
  const navigate = useNavigate()
  return (id: string) => {
    forget()
    void navigate(workspacePath(app, `/f/${form}/${id}`))
  }
}

function NewRecord(props: NewRecordProps & { readonly start: RecordStart }) {
  const { form, name, values, origin, start, copied } = props
  const app = useWorkspace()
  const navigate = useNavigate()
  const create = useCreateRecord(form.key, storedOrigin(origin))
  const [initial] = useState(() => copied?.values ?? values)
  const draft = useFormDraft(`new:${app.member.id}:${form.key}:${copied?.of ?? name}`, browserStorage)
  const [restored, setRestored] = useState(draft.draft !== null)
  const [round, setRound] = useState(0)
  const { notices, look } = useHints(form)
  const rights = app.rights[form.key]
  const title = useTitle(form)
  const discard = () => {
    draft.forget()
    setRestored(false)
    setRound(round + 1)
  }
  const after = useAfterCreate(form, discard)
  const useInstead = useOpenInstead(form.key, draft.forget)
  if (rights === undefined) return null
  const save = async (values: Values, again: boolean) => {
    const made = await create(values)
    draft.forget()
    after(made, again)
  }
  return (
    <>
      <PageHeader title={title} mark={<Icon name={form.icon ?? 'form'} />} />
      <div className="page-body">
        {restored && <DraftNotice onDiscard={discard} />}
        {notices}
        <div className="form-card">
          <RecordForm
            key={round}
            form={form.key}
            mode="create"
            rights={rights}
            values={initial}
            start={start}
            {...(copied === null ? {} : { titles: copied.titles })}
            draft={round === 0 ? draft.draft : null}
            autoFocus
            buttons="sticky"
            onChange={(values) => {
              draft.keep(values)
              look(values)
            }}
            mayRepeat
            onUse={useInstead}
            onSubmit={({ all, again }) => save(all, again === true)}
            onCancel={() => {
              draft.forget()
              void navigate(-1)
            }}
          />
        </div>
      </div>
    </>
  )
}
