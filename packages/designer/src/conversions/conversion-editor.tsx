import type { Conversion, Form } from '@pipewright/schemas'
import { DocumentHead } from '../documents/document-head.tsx'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ConversionAfter } from './conversion-after.tsx'
import { ConversionButton } from './conversion-button.tsx'
import { ConversionSteps } from './conversion-steps.tsx'
import { useConversionChange } from './use-conversion-change.ts'
import { useRemoveConversion } from './use-remove-conversion.tsx'

/** When a record can be converted, into what, and what happens afterwards. */
export function ConversionEditor({
  form,
  conversion,
}: {
  readonly form: Form
  readonly conversion: Conversion
}) {
  const t = useTexts()
  const read = useLocalized()
  const change = useConversionChange(form.key, conversion.key)
  const remove = useRemoveConversion(form, conversion)
  const part = { form, conversion, change }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(conversion.label, conversion.key)} name={conversion.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty
          value={conversion.label}
          onCommit={(label) => Object.keys(label).length > 0 && change((now) => ({ ...now, label }))}
        />
      </PropertyGroup>
      <PropertyGroup title={t('conversions.when')}>
        <ConditionEditor
          form={form.key}
          label={t('conversions.when')}
          text={t('conversions.always')}
          value={conversion.when ?? null}
          onCommit={(when) => change((now) => ({ ...now, when: when ?? undefined }))}
        />
      </PropertyGroup>
      <ConversionSteps {...part} />
      <ConversionAfter {...part} />
      <ConversionButton {...part} />
    </div>
  )
}
