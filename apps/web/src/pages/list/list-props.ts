import type { Form } from '@pipewright/schemas'
import type { ListAddress } from './list-address.ts'
import type { ListView } from './views/list-view.ts'

export interface ListProps {
  readonly form: Form
  readonly view: ListView
  readonly address: ListAddress
  readonly onAddress: (change: Partial<ListAddress>) => void
}
