import type { Form } from '@pipewright/schemas'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ValuesEditor } from '../workflows/values-editor.tsx'
import { useStartChange } from './use-start-change.ts'

/** What new records of each type start with. */
export function TypeStartsProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const change = useStartChange(form)
  const field = form.fields.find(({ key }) => key === form.typeField)
  const types = form.start?.types ?? []
  if (field === undefined) return null
  return (
    <Property label={t('start.types')} help={t('start.typesHelp')} group>
      {() =>
        index.options(field).map(({ key, label }) => (
          <ValuesEditor
            key={key}
            form={{ ...form, fields: form.fields.filter((one) => one !== field) }}
            source={form.key}
            label={read(label)}
            values={types.find((one) => one.key === key)?.values}
            onChange={(values) =>
              change({
                types: [
                  ...types.filter((one) => one.key !== key),
                  ...(values === undefined ? [] : [{ key, values }]),
                ],
              })
            }
          />
        ))
      }
    </Property>
  )
}
