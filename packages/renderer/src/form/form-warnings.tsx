import { Alert } from 'antd'
import type { FormStore } from './store/form-store.ts'
import { useFormState } from './store/use-field.ts'

/** What rules want to be minded about the record as a whole; it can be saved all the same. */
export function FormWarnings({ store }: { readonly store: FormStore }) {
  const { warnings } = useFormState(store)
  if (warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      role="status"
      showIcon
      title={warnings[0]}
      description={
        warnings.length > 1 ? warnings.slice(1).map((line) => <div key={line}>{line}</div>) : undefined
      }
    />
  )
}
