import type { RecordAnswer, Values } from '@pipewright/contract'
import { FormSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { RecordForm } from '../form/record-form.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface PlaceDialogProps {
  readonly form: string
  readonly record: RecordAnswer
  /** Keys of the fields that say when it is. */
  readonly fields: readonly string[]
  /** Saves; a refusal is shown at its field. */
  readonly onPlace: (record: RecordAnswer, values: Values) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the days of a record; its rules act as on its page. */
export function PlaceDialog({ form, record: { id, title }, fields, onPlace, onClose }: PlaceDialogProps) {
  const { rights, data } = useRenderer()
  const t = useTexts()
  const right = rights[form]
  const found = useQuery({
    queryKey: ['records', form, 'to place', id],
    queryFn: () => data.getRecord(form, id),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (right === undefined) return null
  const record = found.data
  return (
    <Modal
      open
      title={t('moment.move', { title: title || t('table.untitled') })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {record === undefined ? (
        <FormSkeleton />
      ) : (
        <RecordForm
          form={form}
          mode="edit"
          record={id}
          rights={right}
          values={record.values}
          titles={record.titles}
          fields={fields}
          submitText={t('board.move')}
          autoFocus
          onCancel={onClose}
          onSubmit={async ({ values }) => {
            if (Object.keys(values).length > 0) await onPlace(record, values)
            onClose()
          }}
        />
      )}
    </Modal>
  )
}
