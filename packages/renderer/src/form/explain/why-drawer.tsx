import { useNarrow } from '@pipewright/ui'
import { Drawer } from 'antd'
import type { Field } from '@pipewright/schemas'
import { useTexts } from '../../texts/use-texts.ts'
import type { FormStore } from '../store/form-store.ts'
import { useFormState } from '../store/use-field.ts'
import { FieldExplanation } from './field-explanation.tsx'
import './why.css'

export interface WhyDrawerProps {
  readonly form: string
  readonly fields: readonly Field[]
  readonly store: FormStore
  readonly onClose: () => void
}

/** The rules about some fields, with what they ask for as it stands. */
export function WhyDrawer({ form, fields, store, onClose }: WhyDrawerProps) {
  const t = useTexts()
  const narrow = useNarrow()
  useFormState(store)
  return (
    <Drawer
      open
      title={t('why.title')}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '75vh' : 400}
      onClose={onClose}
    >
      {fields.map((field) => (
        <FieldExplanation key={field.key} form={form} field={field} store={store} />
      ))}
    </Drawer>
  )
}
