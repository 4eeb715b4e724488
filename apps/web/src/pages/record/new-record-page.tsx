import type { Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordForm, useFormDraft } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { Icon, PageHeader, useUiLocale } from '@pipewright/ui'
import { App } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { MatchNotice } from './match-notice.tsx'
import { startValues } from './start-values.ts'
import { useCreateRecord } from './use-create-record.ts'
import { useFormChangedNotice } from './use-form-changed-notice.ts'
import { useMatches } from './use-matches.ts'

/** A new record. What was typed survives a reload; a double click or a resend makes one record. */
export function NewRecordPage() {
  const app = useWorkspace()
  const { form: key = '' } = useParams()
  const [search] = useSearchParams()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  if (form === undefined || app.rights[key]?.create !== true) return <NotFoundPage />
  return <NewRecord key={`${key}:${search.get('values') ?? ''}`} form={form} start={search.get('values')} />
}

function NewRecord({ form, start }: { form: Form; start: string | null }) {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const create = useCreateRecord(form.key)
  const [initial] = useState(() => startValues(start))
  const draft = useFormDraft(`new:${app.member.id}:${form.key}:${start ?? ''}`, localStorage)
  const [restored, setRestored] = useState(draft.draft !== null)
  const [round, setRound] = useState(0)
  const matches = useMatches(app.workspace.key, form)
  const rights = app.rights[form.key]
  const title = text('newRecord', { form: localize(form.label, useUiLocale()) })
  usePageTitle(title)
  useFormChangedNotice()
  if (rights === undefined) return null
  const discard = () => {
    draft.forget()
    setRestored(false)
    setRound(round + 1)
  }
  const save = async (values: Values) => {
    const record = await create(values)
    draft.forget()
    void message.success(text('created', { title: record.title }))
    void navigate(workspacePath(app, `/f/${form.key}/${record.id}`), { replace: true })
  }
  return (
    <>
      <PageHeader title={title} mark={<Icon name={form.icon ?? 'form'} />} />
      <div className="page-body">
        {restored && <DraftNotice onDiscard={discard} />}
        <MatchNotice form={form} matches={matches.found} />
        <div className="form-card">
          <RecordForm
            key={round}
            form={form.key}
            mode="create"
            rights={rights}
            values={initial}
            draft={round === 0 ? draft.draft : null}
            autoFocus
            buttons="sticky"
            onChange={(values) => {
              draft.keep(values)
              matches.look(values)
            }}
            onSubmit={({ all }) => save(all)}
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
