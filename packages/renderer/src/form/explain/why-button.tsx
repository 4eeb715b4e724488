import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { lazy, Suspense, useState } from 'react'
import { useFormStore } from '../store/use-field.ts'

const WhyDrawer = lazy(async () => ({ default: (await import('./why-drawer.tsx')).WhyDrawer }))

export interface WhyButtonProps {
  readonly form: string
  readonly fields: readonly Field[]
  readonly label: string
  /** Read beside the icon; without it the label is spoken only. */
  readonly text?: string
}

/** Opens what the rules say about one field, or about several. */
export function WhyButton({ form, fields, label, text }: WhyButtonProps) {
  const store = useFormStore()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="pw-why-button" aria-label={label} onClick={() => setOpen(true)}>
        <Icon name="question" />
        {text}
      </button>
      {open && (
        <Suspense>
          <WhyDrawer form={form} fields={fields} store={store} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
