import { formatDuration, readDuration } from '@pipewright/compiler'
import type { DurationField } from '@pipewright/schemas'
import { Input } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

/** Typed as people write it; on blur it stands as hours and minutes. What cannot be read stays, so that it can be said. */
function DurationControl(props: ControlProps<DurationField>) {
  const { locale } = useRenderer()
  const t = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const unit = props.field.unit ?? 'minutes'
  const shown = formatDuration(asText(props.value), unit, locale)
  const { onBlur, ...attributes } = controlAttributes(props)
  return (
    <Input
      {...attributes}
      className="pw-decimal"
      autoComplete="off"
      placeholder={t('control.typeDuration')}
      value={typed ?? shown}
      onFocus={() => setTyped(shown)}
      onChange={(event) => {
        const entered = event.target.value
        setTyped(entered)
        props.onChange(entered.trim() === '' ? null : (readDuration(entered, unit) ?? entered))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
    />
  )
}

export const duration: FieldControl<DurationField> = {
  Control: DurationControl,
  ...fieldViews.duration,
}
