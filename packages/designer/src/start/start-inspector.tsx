import { isWritable } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { OriginsProperty } from './origins-property.tsx'
import { PresetsProperty } from './presets-property.tsx'
import { TypeStartsProperty } from './type-starts-property.tsx'
import { useStartChange } from './use-start-change.ts'

const isRepeatable = (field: Field): boolean =>
  isWritable(field) &&
  !['lineItems', 'attachment'].includes(field.type) &&
  !('unique' in field && field.unique === true)

/** What a new record starts with besides the defaults of its fields. */
export function StartInspector({ form }: { readonly form: Form }) {
  const t = useTexts()
  const change = useStartChange(form)
  return (
    <PropertyGroup title={t('start.title')}>
      <FieldListProperty
        label={t('start.last')}
        help={t('start.lastHelp')}
        fields={form.fields.filter(isRepeatable)}
        value={form.start?.last}
        most={100}
        onChange={(last) => change({ last })}
      />
      {form.typeField !== undefined && <TypeStartsProperty form={form} />}
      <OriginsProperty form={form} />
      <PresetsProperty form={form} />
    </PropertyGroup>
  )
}
