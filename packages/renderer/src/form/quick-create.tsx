import type { RecordAnswer, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { RecordForm } from './record-form.tsx'
import { storedOrigin, type Origin } from './start/origin.ts'
import { useStart } from './start/use-start.ts'

export interface QuickCreateProps {
  readonly form: string
  readonly open: boolean
  readonly values?: Values
  /** The record it is made from. */
  readonly origin?: Origin | undefined
  readonly onCreated: (record: RecordAnswer) => void
  readonly onCancel: () => void
}

/** The fields of quick entry; without any, the title and whatever must be filled. */
export function quickFields(form: Form): readonly string[] {
  const chosen = form.layout.quickCreate ?? []
  if (chosen.length > 0) return chosen
  const needed = form.fields.filter((field) => 'required' in field && field.required === true)
  return [...new Set([form.titleField, ...needed.map((field) => field.key)])]
}

const empty: Values = {}

/** A small dialog with the fields of quick entry; saves through the environment's `createRecord`. */
export function QuickCreate({ form, open, values = empty, origin, onCreated, onCancel }: QuickCreateProps) {
  const { index, locale, rights, data } = useRenderer()
  const t = useTexts()
  const queries = useQueryClient()
  const start = useStart(form, origin)
  const found = index.form(form)
  const right = rights[form]
  if (found === undefined || right === undefined || start === undefined) return null
  return (
    <Modal
      open={open}
      title={t('form.newRecord', { form: localize(found.label, locale) })}
      footer={null}
      onCancel={onCancel}
      destroyOnHidden
      width={520}
    >
      <RecordForm
        form={form}
        mode="create"
        rights={right}
        values={values}
        start={start}
        fields={quickFields(found)}
        autoFocus
        onCancel={onCancel}
        onUse={(id) => void data.getRecord(form, id).then(onCreated)}
        onSubmit={async (change) => {
          const record = await data.createRecord(form, change.all, storedOrigin(origin))
          void queries.invalidateQueries({ queryKey: ['records', form] })
          onCreated(record)
        }}
      />
    </Modal>
  )
}
