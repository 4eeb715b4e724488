import { isOrdered, isSummable, valueTypeOf, type DefinitionIndex } from '@pipewright/metadata'
import type { Field, RollupField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { ResultType } from './result-type.tsx'
import type { FieldChanges, SheetProps } from './sheet.ts'

type RollupFunction = RollupField['function']

const functions: readonly RollupFunction[] = ['count', 'sum', 'avg', 'min', 'max']

const measurable = (index: DefinitionIndex, form: string, how: RollupFunction): readonly Field[] =>
  index.fieldsOf(form).filter(how === 'min' || how === 'max' ? isOrdered : isSummable)

const asResult = (field: Field | undefined): Pick<RollupField, 'resultType'> & FieldChanges<RollupField> => {
  const type = field && valueTypeOf(field)
  if (type === 'money')
    return {
      resultType: 'money',
      scale: 2,
      currency: field !== undefined && 'currency' in field ? (field.currency ?? 'CNY') : 'CNY',
    }
  if (type === 'date' || type === 'dateTime')
    return { resultType: type, scale: undefined, currency: undefined }
  return { resultType: type === 'percent' ? 'percent' : 'number', scale: 2, currency: undefined }
}

/** How the records are summed up, and which of their fields. */
function Figure({ field, change }: SheetProps<RollupField>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const fields = measurable(index, field.form, field.function)
  const choose = (how: RollupFunction) => {
    if (how === 'count')
      return change({ function: how, field: undefined, resultType: 'number', scale: 0, currency: undefined })
    const offered = measurable(index, field.form, how)
    const measured = offered.find(({ key }) => key === field.field) ?? offered[0]
    if (measured !== undefined) change({ function: how, field: measured.key, ...asResult(measured) })
  }
  return (
    <>
      <Property label={t('inspector.rollupFunction')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.function}
            options={functions.map((value) => ({
              value,
              label: t(`measure.${value}`),
              disabled: value !== 'count' && measurable(index, field.form, value).length === 0,
            }))}
            onChange={choose}
          />
        )}
      </Property>
      {field.function !== 'count' && (
        <Property label={t('inspector.rollupField')}>
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={field.field ?? null}
              options={fields.map((one) => ({ value: one.key, label: read(one.label) }))}
              onChange={(key: string | null) => {
                const measured = fields.find((one) => one.key === key)
                if (measured !== undefined) change({ field: measured.key, ...asResult(measured) })
              }}
            />
          )}
        </Property>
      )}
    </>
  )
}

export function RollupSheet({ field, site, change }: SheetProps<RollupField>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const sites = index.relationsTo(site.form).filter(({ lineItems }) => lineItems === undefined)
  return (
    <>
      <Property label={t('inspector.rollupOf')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={`${field.form}.${field.relation}`}
            options={sites.map((one) => ({
              value: `${one.form}.${one.field.key}`,
              label: `${read(index.form(one.form)?.labelPlural)} · ${read(one.field.label)}`,
            }))}
            onChange={(value: string) => {
              const [form = '', relation = ''] = value.split('.')
              change({
                form,
                relation,
                function: 'count',
                field: undefined,
                filter: undefined,
                resultType: 'number',
                scale: 0,
                currency: undefined,
              })
            }}
          />
        )}
      </Property>
      <Figure field={field} site={site} change={change} />
      <Property label={t('inspector.rollupFilter')} group>
        {() => (
          <ConditionEditor
            form={field.form}
            label={t('inspector.rollupFilter')}
            text={t('rules.everything')}
            value={field.filter ?? null}
            onCommit={(filter) => change({ filter: filter ?? undefined })}
          />
        )}
      </Property>
      <ResultType
        field={field}
        offered={['number', 'money', 'percent', 'date', 'dateTime']}
        change={({ resultType, ...rest }) =>
          change({
            ...rest,
            ...(resultType === undefined ? {} : { resultType: resultType as RollupField['resultType'] }),
          })
        }
      />
    </>
  )
}
