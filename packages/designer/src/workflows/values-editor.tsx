import { isWritable } from '@pipewright/metadata'
import type { Expression, Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { ValueOrFormula } from '../inspector/value-or-formula.tsx'
import { expressionScope } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'

type Assigned = Readonly<Record<string, Expression>>

export interface ValuesEditorProps {
  /** The form whose fields take the values. */
  readonly form: Form
  /** The form that the values are calculated from, where it is another one. */
  readonly source?: string
  readonly label: string
  readonly values: Assigned | undefined
  readonly onChange: (values: { [key: string]: Expression } | undefined) => void
}

function ValueOf({
  source,
  field,
  value,
  onCommit,
}: {
  readonly source: string
  readonly field: Field
  readonly value: Expression
  readonly onCommit: (value: Expression) => void
}) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const site = useMemo(() => ({ form: source }), [source])
  const scope = useMemo(() => expressionScope(index, site, locale), [index, site, locale])
  return (
    <div className="pwd-grow">
      <ValueOrFormula label={t('rules.value')} {...{ field, value, scope, site, onCommit }} />
    </div>
  )
}

/** Fields that take a value: at one moment of an approval, or when a button is pressed. */
export function ValuesEditor({ form, source, label, values = {}, onChange }: ValuesEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const offered = form.fields.filter(
    (field) => isWritable(field) && field.type !== 'lineItems' && field.type !== 'attachment',
  )
  const free = offered.filter(({ key }) => !Object.hasOwn(values, key))
  const save = (entries: readonly (readonly [string, Expression])[]) =>
    onChange(entries.length === 0 ? undefined : Object.fromEntries(entries))
  return (
    <div className="pwd-property" role="group" aria-label={label}>
      <span className="pwd-property-label">{label}</span>
      {Object.entries(values).map(([key, value]) => {
        const field = form.fields.find((one) => one.key === key)
        return (
          <div key={key} className="pwd-line">
            <span className="pwd-grow">{read(field?.label)} =</span>
            {field !== undefined && (
              <ValueOf
                source={source ?? form.key}
                field={field}
                value={value}
                onCommit={(next) => onChange({ ...values, [key]: next })}
              />
            )}
            <button
              type="button"
              className="pwd-tool"
              aria-label={t('workflows.removeValue', { field: read(field?.label) })}
              onClick={() => save(Object.entries(values).filter(([one]) => one !== key))}
            >
              <Icon name="close" />
            </button>
          </div>
        )
      })}
      {free[0] !== undefined && (
        <Select
          className="pwd-full"
          aria-label={t('workflows.addValue', { label })}
          placeholder={t('workflows.setField')}
          value={null}
          options={free.map((field) => ({ value: field.key, label: read(field.label) }))}
          onChange={(key: string | null) => key !== null && onChange({ ...values, [key]: null })}
          prefix={<Icon name="plus" />}
        />
      )}
    </div>
  )
}
