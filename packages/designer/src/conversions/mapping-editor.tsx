import type { Place } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Alert, Button, Select } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { conversionScope, type ConversionSite } from './conversion-scope.ts'
import { MappingRow } from './mapping-row.tsx'
import { isFillable, unfilledFields } from './suggest-values.ts'

type Values = Readonly<Record<string, Expression>>

export interface MappingEditorProps {
  readonly label: string
  /** What is filled: a new record, a row of it, or the record that is converted. */
  readonly to: Place
  readonly from: ConversionSite
  readonly values: Values
  /** What must be filled is told, where a record is made. */
  readonly makes: boolean
  /** Fields that are filled elsewhere. */
  readonly filled?: readonly string[]
  readonly suggest: (values: Values) => Values
  readonly onChange: (values: { [key: string]: Expression }) => void
}

/** Must-be-filled fields without a value: known here, not when somebody converts. */
function Unfilled({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  if (fields.length === 0) return null
  const names = new Intl.ListFormat(locale).format(fields.map(({ key, label }) => read(label, key)))
  return <Alert type="warning" showIcon title={t('conversions.unfilled', { fields: names })} />
}

function MappingTools({
  label,
  to,
  values,
  suggest,
  onChange,
}: Omit<MappingEditorProps, 'from' | 'makes' | 'filled'>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const fields = index.fieldsOf(to.form, to.lineItems)
  const free = fields.filter((field) => isFillable(field) && !Object.hasOwn(values, field.key))
  const suggested = suggest(values)
  const count = Object.keys(suggested).length
  return (
    <div className="pwd-line">
      {free.length > 0 && (
        <Select
          className="pwd-grow"
          aria-label={t('conversions.addField', { label })}
          placeholder={t('conversions.fill')}
          prefix={<Icon name="plus" />}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={free.map((field) => ({ value: field.key, label: read(field.label, field.key) }))}
          onChange={(key: string | null) =>
            key !== null && onChange({ ...values, [key]: suggested[key] ?? null })
          }
        />
      )}
      <Button
        icon={<Icon name="swap" />}
        disabled={count === 0}
        onClick={() => onChange({ ...values, ...suggested })}
      >
        {count === 0 ? t('conversions.nothingSuggested') : t('conversions.suggest', { count })}
      </Button>
    </div>
  )
}

/** Field by field, what is filled with what. */
export function MappingEditor(props: MappingEditorProps) {
  const { label, to, from, values, makes, filled = [], onChange } = props
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => conversionScope(index, from, locale), [index, from, locale])
  const site = useMemo(() => ({ form: from.form }), [from.form])
  const fields = index.fieldsOf(to.form, to.lineItems)
  const shown = Object.entries(values).flatMap(([key, value]) => {
    const field = fields.find((one) => one.key === key)
    return field === undefined ? [] : [{ field, value }]
  })
  return (
    <div className="pwd-maps" role="group" aria-label={label}>
      {shown.map(({ field, value }) => (
        <MappingRow
          key={field.key}
          {...{ field, from, scope, value }}
          {...(from.row === undefined ? { site } : {})}
          onChange={(next) => onChange({ ...values, [field.key]: next })}
          onRemove={() => {
            const { [field.key]: _, ...rest } = values
            onChange(rest)
          }}
        />
      ))}
      {makes && (
        <Unfilled fields={unfilledFields(fields, values).filter(({ key }) => !filled.includes(key))} />
      )}
      <MappingTools {...props} />
    </div>
  )
}
