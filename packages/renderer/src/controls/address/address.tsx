import type { AddressField } from '@pipewright/schemas'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { ControlProps, FieldControl } from '../field-control.ts'
import { fieldViews } from '../field-views.tsx'

// The divisions of China come with the first address that is entered.
const AddressControl = lazy(async () => ({ default: (await import('./address-control.tsx')).AddressControl }))

export const address: FieldControl<AddressField> = {
  Control: (props: ControlProps<AddressField>) => (
    <Suspense fallback={<Skeleton.Input active block size="small" />}>
      <AddressControl {...props} />
    </Suspense>
  ),
  ...fieldViews.address,
}
