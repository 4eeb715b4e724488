import { ValueInput } from '@pipewright/renderer'
import type { ExampleValue, Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { exampleValue } from './example-value.ts'

export interface ExampleInputProps {
  readonly id: string
  readonly label: string
  readonly field: Field
  readonly many?: boolean
  readonly titles: Readonly<Record<string, string>>
  readonly value: ExampleValue | undefined
  readonly onChange: (value: ExampleValue) => void
}

/** Yes, no, or nothing: unlike a switch, it can also be empty. */
function YesNoInput({ id, label, value, onChange }: ExampleInputProps) {
  const t = useTexts()
  return (
    <Select
      id={id}
      aria-label={label}
      className="pwd-full"
      allowClear
      placeholder={t('formula.empty')}
      value={typeof value === 'boolean' ? String(value) : null}
      options={[
        { value: 'true', label: t('formula.yes') },
        { value: 'false', label: t('formula.no') },
      ]}
      onChange={(one: string | null | undefined) => onChange(one == null ? null : one === 'true')}
    />
  )
}

/** One value of an example row, asked for as its field would. */
export function ExampleInput(props: ExampleInputProps) {
  const { id, label, field, many = false, titles, value, onChange } = props
  const isYesNo = field.type === 'yesNo' || ('resultType' in field && field.resultType === 'yesNo')
  if (isYesNo && !many) return <YesNoInput {...props} />
  return (
    <ValueInput
      id={id}
      label={label}
      field={field}
      many={many}
      titles={titles}
      value={value ?? null}
      onChange={(next) => onChange(exampleValue(next))}
    />
  )
}
