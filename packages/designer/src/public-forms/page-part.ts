import type { Form, PublicForm } from '@pipewright/schemas'
import type { PublicFormChanges } from './use-public-form-change.ts'

/** What every part of the editor of a public form works on. */
export interface PagePart {
  readonly form: Form
  readonly page: PublicForm
  readonly change: (changes: PublicFormChanges) => void
}
