import type { Problem } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { ErrorNotice } from '@pipewright/ui'
import { Alert } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { PlacedSection } from './form-sections.ts'
import type { FormStore } from './store/form-store.ts'
import { useFormState } from './store/use-field.ts'

export interface FormProblemsProps {
  readonly form: string
  readonly store: FormStore
  readonly sections: readonly PlacedSection[]
  readonly failed: Problem | null | undefined
}

/** Problems of fields that are not drawn here, by name: nobody could find them otherwise. */
function useHiddenProblems({ form, store, sections }: FormProblemsProps, wrong: readonly string[]): string[] {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const drawn = new Set(sections.flatMap(({ fields }) => fields.map(({ field }) => field.key)))
  return wrong
    .filter((key) => !drawn.has(key))
    .map((key) => {
      const label = localize(index.field(form, key)?.field.label, locale) || key
      return `${label}: ${store.field(key).problem ?? t('form.problems', { count: 1 })}`
    })
}

/** What stands in the way of the record as a whole, and how many fields are wrong. */
export function FormProblems(props: FormProblemsProps) {
  const { store, failed } = props
  const t = useTexts()
  const { wrong, general } = useFormState(store)
  const hidden = useHiddenProblems(props, wrong)
  const said = [...general, ...hidden]
  if (failed !== undefined && (failed === null || wrong.length === 0))
    return (
      <ErrorNotice problem={failed}>
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </ErrorNotice>
    )
  if (wrong.length === 0 && said.length === 0) return null
  const count = wrong.length - hidden.length
  const lines = [...said, ...(count > 0 ? [t('form.problems', { count })] : [])]
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
