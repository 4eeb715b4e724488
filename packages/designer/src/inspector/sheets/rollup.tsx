import type { Field, RollupField } from '@pipewright/schemas'
import { rowsPlace, rowTablesIn, type DefinitionIndex, type Place } from '@pipewright/metadata'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { isFigure, rollupChanges } from '../rollup-choices.ts'
import { ResultType } from './result-type.tsx'
import { RollupFigure } from './rollup-figure.tsx'
import type { SheetProps } from './sheet.ts'

/** Records or rows that a rollup of a form can sum up. */
interface RollupSite {
  readonly form: string
  readonly relation?: string
  readonly through?: string
  readonly lineItems?: string
  readonly field: Field
  /** The line items that it stands in. */
  readonly around?: readonly Field[]
}

const keyOf = ({ form, relation, through, lineItems }: Omit<RollupSite, 'field' | 'around'>): string => {
  if (through !== undefined) return `.${through}`
  return lineItems === undefined ? `${form}.${relation ?? ''}` : `.${lineItems}`
}

/** Rows inside the rows of a table, for a column of it. */
const innerSites = (index: DefinitionIndex, place: Place): RollupSite[] =>
  index.fieldsOf(place.form, place.lineItems).flatMap((field): RollupSite[] => {
    const { lineItems } = rowsPlace(place, field.key)
    return field.type === 'lineItems' && lineItems !== undefined
      ? [{ form: place.form, lineItems, field }]
      : []
  })

function sitesFor(index: DefinitionIndex, place: Place): RollupSite[] {
  if (place.lineItems !== undefined) return innerSites(index, place)
  const { form } = place
  const toOne = index.relationsTo(form).filter(({ lineItems }) => lineItems === undefined)
  const others = [...toOne, ...index.linksTo(form)].map((one) => ({
    form: one.form,
    relation: one.field.key,
    field: one.field,
  }))
  const own = index.fieldsOf(form).flatMap((field): RollupSite[] => {
    if (field.type === 'relations') return [{ form: field.form, through: field.key, field }]
    return rowTablesIn([field]).flatMap((lineItems): RollupSite[] => {
      const table = index.field({ form }, lineItems)?.field
      return table === undefined
        ? []
        : [{ form, lineItems, field: table, around: lineItems === field.key ? [] : [field] }]
    })
  })
  return [...others, ...own]
}

export function RollupSheet({ field, site, change }: SheetProps<RollupField>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const sites = sitesFor(index, site)
  const name = (one: RollupSite) =>
    one.relation === undefined
      ? [...(one.around ?? []), one.field].map(({ label }) => read(label)).join(' › ')
      : `${read(index.form(one.form)?.labelPlural)} · ${read(one.field.label)}`
  const choose = (value: string) => {
    const chosen = sites.find((one) => keyOf(one) === value)
    if (chosen === undefined) return
    const { form, relation, through, lineItems } = chosen
    const rows = { form, relation, through, lineItems, filter: undefined }
    change({ ...rollupChanges('count', undefined), ...rows })
  }
  return (
    <>
      <Property label={t('inspector.rollupOf')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={keyOf(field)}
            options={sites.map((one) => ({ value: keyOf(one), label: name(one) }))}
            onChange={choose}
          />
        )}
      </Property>
      <RollupFigure field={field} change={change} />
      <Property label={t('inspector.rollupFilter')} group>
        {() => (
          <ConditionEditor
            key={keyOf(field)}
            form={field.form}
            lineItems={field.lineItems}
            label={t('inspector.rollupFilter')}
            text={t('rules.everything')}
            value={field.filter ?? null}
            onCommit={(filter) => change({ filter: filter ?? undefined })}
          />
        )}
      </Property>
      {isFigure(field.function) && (
        <ResultType
          field={field}
          offered={['number', 'money', 'percent', 'date', 'dateTime']}
          change={({ resultType, ...rest }) =>
            change({ ...rest, ...(resultType === undefined ? {} : { resultType }) })
          }
        />
      )}
    </>
  )
}
