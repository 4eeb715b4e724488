import type { Match, Values } from '@pipewright/contract'
import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordForm, useFormDraft } from '@pipewright/renderer'
import { PageHeader, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { recordsKey } from '../../queries/records.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { MatchNotice } from './match-notice.tsx'
import { startValues } from './start-values.ts'
import { useMatches } from './use-matches.ts'

/** A new record. What was typed survives a reload; a double click or a resend makes one record. */
export function NewRecordPage() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { form: key = '' } = useParams()
  const [search] = useSearchParams()
  const call = useCall()
  const idempotencyKey = useRef(crypto.randomUUID())
  const [initial] = useState(() => startValues(search.get('values')))
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const rights = app.rights[key]
  const draft = useFormDraft(`new:${app.workspace.key}:${key}:${search.get('values') ?? ''}`, localStorage)
  const matches = useMatches(app.workspace.key, form)
  if (form === undefined || rights?.create !== true) return <NotFoundPage />
  const params = { workspace: app.workspace.key, form: key }
  const save = async (values: Values) => {
    const record = await call.run(() =>
      client
        .call('createRecord', { params, body: { values }, idempotencyKey: idempotencyKey.current })
        .catch((error: unknown) => {
          // Refused input was not stored: the corrected form is a new request.
          if (error instanceof ProblemError) idempotencyKey.current = crypto.randomUUID()
          throw error
        }),
    )
    if (record === undefined) return
    draft.forget()
    void queries.invalidateQueries({ queryKey: recordsKey(params.workspace, key) })
    void message.success(text('created', { title: record.title }))
    void navigate(workspacePath(app, `/f/${key}/${record.id}`), { replace: true })
  }
  const general =
    call.problem !== null && (call.problem.errors ?? []).every(({ pointer }) => pointer === '')
      ? call.problem
      : null
  return (
    <>
      <PageHeader title={text('newRecord', { form: localize(form.label, locale) })} />
      <div className="page-body">
        <CallNotice problem={general} lost={call.lost} />
        <MatchNotice form={form} matches={matches.found satisfies readonly Match[]} />
        <RecordForm
          form={key}
          mode="create"
          rights={rights}
          values={initial}
          draft={draft.draft}
          problems={call.problem?.errors ?? []}
          saving={call.busy}
          autoFocus
          buttons="sticky"
          onChange={(values) => {
            draft.keep(values)
            matches.look(values)
          }}
          onSubmit={({ all }) => save(all)}
          onCancel={() => void navigate(-1)}
        />
      </div>
    </>
  )
}
