import type { Form, StartingValues } from '@pipewright/schemas'
import { Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** The field that says of which type a record is. */
export function TypeFieldProperty(props: {
  readonly form: Form
  readonly change: (changes: { typeField: string | null; start?: StartingValues | null }) => boolean
}) {
  const { form, change } = props
  const t = useTexts()
  const read = useLocalized()
  return (
    <Property label={t('layouts.typeField')} help={t('layouts.typeFieldHelp')}>
      {(id) => (
        <Select
          id={id}
          allowClear
          className="pwd-full"
          value={form.typeField ?? null}
          placeholder={t('layouts.noType')}
          options={form.fields
            .filter(({ type }) => type === 'choice')
            .map((field) => ({ value: field.key, label: read(field.label) }))}
          onChange={(typeField: string | null | undefined) => {
            // What was said about the options of another field means nothing here.
            const { types, ...start } = form.start ?? {}
            change({ typeField: typeField ?? null, ...(types === undefined ? {} : { start }) })
          }}
        />
      )}
    </Property>
  )
}
