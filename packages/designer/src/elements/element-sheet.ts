import type { ElementOf, ElementType } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'

export interface ElementSheetProps<T extends ElementType> {
  readonly form: Form
  readonly element: ElementOf<T>
  readonly change: (element: ElementOf<T>) => void
}
