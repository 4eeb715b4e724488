import type { AddressField } from '@pipewright/schemas'
import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import type { ControlProps, FieldControl } from '../field-control.ts'
import { fieldViews } from '../field-views.tsx'
import { partOf } from '../part-of.ts'

// The divisions of China come with the first address that is entered.
const AddressControl = lazy(async () => ({ default: (await import('./address-control.tsx')).AddressControl }))

const Waiting = (props: ControlProps<AddressField>) => (
  <Input id={props.id} aria-label={props.label} disabled value={partOf(props.value, 'text')} />
)

export const address: FieldControl<AddressField> = {
  Control: (props: ControlProps<AddressField>) => (
    <Suspense fallback={<Waiting {...props} />}>
      <AddressControl {...props} />
    </Suspense>
  ),
  ...fieldViews.address,
}
