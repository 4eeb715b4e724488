import type { Form, View } from '@pipewright/schemas'
import type { ListAddress } from './list-address.ts'

export interface ListProps {
  readonly form: Form
  readonly view: View
  readonly address: ListAddress
  readonly onAddress: (change: Partial<ListAddress>) => void
}
