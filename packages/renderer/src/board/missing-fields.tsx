import type { Values } from '@pipewright/contract'
import { Modal } from 'antd'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { RecordForm } from '../form/record-form.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { HeldMove } from './use-moves.ts'

export interface MissingFieldsProps {
  readonly form: string
  readonly field: string
  readonly stage: string
  readonly held: HeldMove
  readonly onFilled: (values: Values) => Promise<void>
  readonly onCancel: () => void
}

/** Asks for exactly the fields that stood in the way of a move. */
export function MissingFields({ form, field, stage, held, onFilled, onCancel }: MissingFieldsProps) {
  const { rights } = useRenderer()
  const t = useTexts()
  const right = rights[form]
  const values = useMemo(() => ({ ...held.record.values, [field]: held.to }), [held, field])
  if (right === undefined) return null
  return (
    <Modal
      open
      title={t('board.fillFirst', { title: held.record.title, stage })}
      footer={null}
      onCancel={onCancel}
      destroyOnHidden
    >
      <RecordForm
        form={form}
        mode="create"
        rights={right}
        values={values}
        titles={held.record.titles}
        fields={held.fields}
        problems={held.problems}
        submitText={t('board.move')}
        autoFocus
        onCancel={onCancel}
        onSubmit={({ all }) =>
          onFilled(Object.fromEntries(held.fields.map((key) => [key, all[key] ?? null])))
        }
      />
    </Modal>
  )
}
