import type { Import } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'

export interface StepProps {
  readonly form: Form
  /** Takes over a new state of the import. */
  readonly onAnswer: (job: Import) => void
}
export interface JobStepProps extends StepProps {
  readonly job: Import
}
