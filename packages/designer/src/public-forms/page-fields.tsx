import { Checkbox } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { publicFields } from './new-public-form.ts'
import type { PagePart } from './page-part.ts'

/** The fields of the page in order, and which of them must be filled here. */
export function PageFields({ form, page, change }: PagePart) {
  const t = useTexts()
  const read = useLocalized()
  const labels = new Map(form.fields.map((field) => [field.key, read(field.label)]))
  // A field that is always required is required here too, whatever the page says.
  const always = new Set(
    form.fields.flatMap((field) => ('required' in field && field.required === true ? [field.key] : [])),
  )
  const demanded = page.fields
    .filter(({ field, required }) => required === true || always.has(field))
    .map(({ field }) => field)
  return (
    <>
      <FieldListProperty
        label={t('publicForms.fields')}
        help={t('publicForms.fieldsHelp')}
        fields={publicFields(form)}
        value={page.fields.map(({ field }) => field)}
        most={200}
        onChange={(keys) =>
          keys.length > 0 &&
          change({
            fields: keys.map((key) => page.fields.find(({ field }) => field === key) ?? { field: key }),
          })
        }
      />
      <Property label={t('publicForms.required')} group>
        {() => (
          <Checkbox.Group
            aria-label={t('publicForms.required')}
            value={demanded}
            options={page.fields.map(({ field }) => ({
              value: field,
              label: labels.get(field) ?? field,
              disabled: always.has(field),
            }))}
            onChange={(keys) =>
              change({
                fields: page.fields.map(({ field }) =>
                  keys.includes(field) && !always.has(field) ? { field, required: true } : { field },
                ),
              })
            }
          />
        )}
      </Property>
    </>
  )
}
