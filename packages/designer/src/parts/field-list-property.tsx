import type { Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from './property.tsx'

export interface FieldListPropertyProps {
  readonly label: string
  readonly help?: string
  readonly fields: readonly Field[]
  readonly value: readonly string[] | undefined
  readonly most: number
  readonly onChange: (keys: string[]) => void
}

/** Some fields in the order they are picked. */
export function FieldListProperty({ label, help, fields, value, most, onChange }: FieldListPropertyProps) {
  const read = useLocalized()
  return (
    <Property label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          className="pwd-full"
          value={[...(value ?? [])]}
          maxCount={most}
          showSearch={{ optionFilterProp: 'label' }}
          options={fields.map((field) => ({ value: field.key, label: read(field.label) }))}
          onChange={onChange}
        />
      )}
    </Property>
  )
}
