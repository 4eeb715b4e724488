import type { ConversionPreview, RecordAnswer } from '@pipewright/contract'
import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Conversion, Form } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { ConvertStep } from './convert-step.tsx'

type Step = ConversionPreview['steps'][number]

/** Shows what a conversion will make, offers existing records instead of duplicates, and does it in one go. */
export function ConvertDialog(props: {
  form: Form
  record: RecordAnswer
  conversion: Conversion
  onClose: () => void
}) {
  const { form, record, conversion } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const call = useCall()
  const [use, setUse] = useState<Record<string, string | null>>({})
  const params = { workspace: app.workspace.key, form: form.key, id: record.id, conversion: conversion.key }
  const preview = useQuery({
    queryKey: ['conversion', params, record.version],
    queryFn: () => client.call('previewConversion', { params }),
    staleTime: 0,
    gcTime: 0,
  })
  const chosen = (step: Step) =>
    use[step.key] === undefined ? (step.matches[0]?.id ?? null) : (use[step.key] ?? null)
  const convert = async () => {
    const taken = (preview.data?.steps ?? []).flatMap((step) => {
      const id = chosen(step)
      return id === null ? [] : [[step.key, id] as const]
    })
    const answer = await call.run(() =>
      client.call('convertRecord', {
        params,
        body: { version: record.version, use: Object.fromEntries(taken) },
      }),
    )
    if (answer === undefined) return
    void queries.invalidateQueries({ queryKey: ['records', params.workspace] })
    void message.success(text('converted'))
    props.onClose()
    if (answer.open !== null) void navigate(workspacePath(app, `/f/${answer.open.form}/${answer.open.id}`))
  }
  const problem = preview.error instanceof ProblemError ? preview.error.problem : null
  return (
    <Modal
      open
      width={640}
      title={localize(conversion.label, locale)}
      okText={text('convertGo')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: preview.data === undefined }}
      confirmLoading={call.busy}
      onOk={() => void convert()}
      onCancel={props.onClose}
    >
      <p style={{ color: 'var(--pw-text-quiet)' }}>{text('convertHint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      {preview.isPending && <RowsSkeleton />}
      {preview.isError && <ErrorNotice problem={problem} onRetry={() => void preview.refetch()} />}
      {preview.data?.steps.map((step) => (
        <ConvertStep
          key={step.key}
          step={step}
          titles={preview.data.titles}
          chosen={chosen(step)}
          onChoose={(id) => setUse({ ...use, [step.key]: id })}
        />
      ))}
    </Modal>
  )
}
