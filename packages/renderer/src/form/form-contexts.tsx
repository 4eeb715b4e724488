import type { ReactNode } from 'react'
import { FieldPlaceContext, type FieldPlace } from '../controls/field-place.ts'
import { AlikeContext, useAlike } from './alike/use-alike.ts'
import type { FormEngine } from './engine/form-engine.ts'
import type { RecordFormProps } from './record-form-props.ts'
import type { FormStore } from './store/form-store.ts'
import { FormStoreContext } from './store/use-field.ts'

interface FormContextsProps {
  readonly store: FormStore
  readonly engine: FormEngine
  readonly place: FieldPlace
  readonly form: RecordFormProps
  readonly children: ReactNode
}

/** What fields know of the form they stand in: its values, the record, and what looks the same. */
export function FormContexts({ store, engine, place, form, children }: FormContextsProps) {
  const alike = useAlike(store, engine, form)
  return (
    <FormStoreContext value={store}>
      <FieldPlaceContext value={place}>
        <AlikeContext value={alike}>{children}</AlikeContext>
      </FieldPlaceContext>
    </FormStoreContext>
  )
}
