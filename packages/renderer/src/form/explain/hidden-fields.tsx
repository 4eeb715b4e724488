import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { PlacedSection } from '../form-sections.ts'
import type { FormStore } from '../store/form-store.ts'
import { useFormState } from '../store/use-field.ts'
import { WhyButton } from './why-button.tsx'

export interface HiddenFieldsProps {
  readonly form: string
  readonly store: FormStore
  readonly sections: readonly PlacedSection[]
}

/** How many fields are out of sight now, and why. */
export function HiddenFields({ form, store, sections }: HiddenFieldsProps) {
  const t = useTexts()
  const { hidesReasons = false } = useRenderer()
  const hidden = new Set(useFormState(store).hidden.split(' '))
  const fields = sections.flatMap((section) =>
    section.fields.map(({ field }) => field).filter(({ key }) => hidden.has(key)),
  )
  if (fields.length === 0 || hidesReasons) return null
  const text = t('why.hiddenFields', { count: fields.length })
  return <WhyButton form={form} fields={fields} label={text} text={text} />
}
