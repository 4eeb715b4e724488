import type { Form, Role } from '@pipewright/schemas'

export interface RightsRowProps {
  readonly role: Role
  readonly form: Form
}
