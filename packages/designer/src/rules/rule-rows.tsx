import { fieldsAt, rowTablesIn } from '@pipewright/metadata'
import type { Form, Rule } from '@pipewright/schemas'
import { Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { newEffect } from './new-rule.ts'

export interface RuleRowsProps {
  readonly form: Form
  readonly rule: Rule
  readonly onChange: (rule: Rule) => void
}

/** Whether the rule looks at the record, or at the rows of line items one by one. */
export function RuleRows({ form, rule, onChange }: RuleRowsProps) {
  const t = useTexts()
  const read = useLocalized()
  const tables = rowTablesIn(form.fields)
  const nameOf = (path: string): string => {
    const keys = path.split('.')
    return keys
      .map((key, depth) =>
        fieldsAt(form, keys.slice(0, depth).join('.') || undefined).find((field) => field.key === key),
      )
      .map((field) => read(field?.label))
      .join(' › ')
  }
  if (tables.length === 0) return null
  const look = (rows: string | undefined) => {
    const { rows: _, examples: __, ...rest } = rule
    // Condition, effects and examples name fields of the other place, so they begin anew.
    onChange({
      ...rest,
      ...(rows === undefined ? {} : { rows }),
      when: null,
      effects: [newEffect(form, 'require', rows)],
    })
  }
  return (
    <Property label={t('rules.rows')} help={t('rules.rowsHelp')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={rule.rows ?? ''}
          options={[
            { value: '', label: t('rules.record') },
            ...tables.map((path) => ({
              value: path,
              label: t('rules.eachRow', { field: nameOf(path) }),
            })),
          ]}
          onChange={(rows: string) => look(rows === '' ? undefined : rows)}
        />
      )}
    </Property>
  )
}
