import { localize } from '@pipewright/metadata'
import { originOf, QuickCreate } from '@pipewright/renderer'
import type { RecordAnswer, App as Workspace } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Icon, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** The first related form that has quick entry and ends the chain: it notes something about the record and has nothing below. */
function followUpOf(app: Workspace, { layout }: Form): { form: Form; field: string } | undefined {
  for (const { form: key, field } of layout.related ?? []) {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined || app.rights[key]?.create !== true) continue
    const { quickCreate = [], related = [] } = form.layout
    if (quickCreate.length > 0 && related.length === 0) return { form, field }
  }
  return undefined
}

/** The fast path to what is written down most often about a record. */
export function LogFollowUp(props: { form: Form; record: RecordAnswer }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const origin = useMemo(() => originOf(props.form.key, props.record), [props.form.key, props.record])
  const found = followUpOf(app, props.form)
  if (found === undefined || props.record.deleted_at !== null) return null
  const created = (record: RecordAnswer) => {
    setOpen(false)
    void message.success(text('created', { title: record.title }))
    void refreshRecords(queries)
  }
  return (
    <>
      <Button icon={<Icon name={found.form.icon ?? 'plus'} />} onClick={() => setOpen(true)}>
        {text('logRelated', { form: localize(found.form.label, locale).toLowerCase() })}
      </Button>
      {open && (
        <QuickCreate
          form={found.form.key}
          open
          values={{ [found.field]: props.record.id }}
          origin={origin}
          onCreated={created}
          onCancel={() => setOpen(false)}
        />
      )}
    </>
  )
}
