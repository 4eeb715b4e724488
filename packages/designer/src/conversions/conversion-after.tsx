import type { Conversion, Form } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { suggestUpdates } from './new-conversion.ts'
import type { ChangeConversion } from './use-conversion-change.ts'

/** What is opened, and what the converted record is told of what was made. */
export function ConversionAfter(props: {
  readonly form: Form
  readonly conversion: Conversion
  readonly change: ChangeConversion
}) {
  const { form, conversion, change } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { creates } = conversion
  const from = useMemo(() => ({ form: form.key, made: creates }), [form.key, creates])
  return (
    <PropertyGroup title={t('conversions.after')}>
      <SelectProperty
        label={t('conversions.open')}
        value={conversion.open ?? ''}
        options={[
          { value: '', label: t('conversions.openNone') },
          ...creates.map((step) => ({
            value: step.key as string,
            label: read(index.form(step.form)?.label, step.form),
          })),
        ]}
        onCommit={(open) => change((now) => ({ ...now, open: open === '' ? undefined : open }))}
      />
      <Property label={t('conversions.updates')} help={t('conversions.updatesHelp')} group>
        {() => (
          <MappingEditor
            label={t('conversions.updates')}
            to={{ form: form.key }}
            from={from}
            values={conversion.updates ?? {}}
            makes={false}
            suggest={(values) => suggestUpdates(index, form.key, creates, values)}
            onChange={(values) =>
              change((now) => ({
                ...now,
                updates: Object.keys(values).length === 0 ? undefined : values,
              }))
            }
          />
        )}
      </Property>
    </PropertyGroup>
  )
}
