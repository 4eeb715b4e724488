import type { Problem } from '@pipewright/contract'
import { ErrorNotice } from '@pipewright/ui'
import { Alert } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import type { FormStore } from './store/form-store.ts'
import { useFormState } from './store/use-field.ts'

export interface FormProblemsProps {
  readonly store: FormStore
  readonly failed: Problem | null | undefined
}

/** What stands in the way of the record as a whole, and how many fields are wrong. */
export function FormProblems({ store, failed }: FormProblemsProps) {
  const t = useTexts()
  const { wrong, general } = useFormState(store)
  if (failed !== undefined && (failed === null || wrong.length === 0))
    return (
      <ErrorNotice problem={failed}>
        {general.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </ErrorNotice>
    )
  if (wrong.length === 0 && general.length === 0) return null
  const lines = [...general, ...(wrong.length > 0 ? [t('form.problems', { count: wrong.length })] : [])]
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={lines[0]}
      description={lines.length > 1 ? lines.slice(1).map((line) => <div key={line}>{line}</div>) : undefined}
    />
  )
}
