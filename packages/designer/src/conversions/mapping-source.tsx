import { fits, type LabelledScope } from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { expressionType } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { plainPath } from './suggest-values.ts'

export interface MappingSourceProps {
  readonly field: Field
  readonly scope: LabelledScope
  /** Whose records a formula is tried with. */
  readonly site?: Place
  readonly value: Expression
  readonly onChange: (value: Expression) => void
}

type Way = 'empty' | 'option' | 'formula'

const wayOf = (field: Field, value: Expression): Way => {
  if (value === null) return 'empty'
  return field.type === 'choice' && typeof value === 'string' ? 'option' : 'formula'
}

/** Where a value comes from: a field that fits, one option, nothing, or a formula. */
function useSources({ field, scope, value }: MappingSourceProps) {
  const t = useTexts()
  const path = plainPath(value)
  return useMemo(() => {
    const wanted = expressionType(field)
    const all = scope.fields()
    const fitting = all.filter(({ type }) => fits(type, wanted) && type.kind !== 'any')
    const isKnown = path === undefined || fitting.some((one) => one.path.join('.') === path)
    const other = all.find((one) => one.path.join('.') === path)
    const ways: readonly Way[] =
      field.type === 'choice' ? ['option', 'formula', 'empty'] : ['formula', 'empty']
    return [
      {
        label: t('conversions.ways'),
        options: ways.map((way) => ({ value: `=${way}`, label: t(`conversions.way_${way}`) })),
      },
      {
        label: t('conversions.fields'),
        options: [
          ...fitting.map((one) => ({ value: one.path.join('.'), label: one.label })),
          ...(isKnown || path === undefined ? [] : [{ value: path, label: other?.label ?? path }]),
        ],
      },
    ]
  }, [field, scope, path, t])
}

/** What a field of the new record is filled with. */
export function MappingSource(props: MappingSourceProps) {
  const { field, scope, site, value, onChange } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const sources = useSources(props)
  const [asFormula, setAsFormula] = useState(false)
  const path = asFormula ? undefined : plainPath(value)
  const way = asFormula ? 'formula' : wayOf(field, value)
  const options = index.options(field).map(({ key, label }) => ({ value: key, label: read(label, key) }))
  const name = read(field.label, field.key)
  const choose = (chosen: string) => {
    setAsFormula(chosen === '=formula')
    if (chosen === '=empty') onChange(null)
    else if (chosen === '=option') onChange(options[0]?.value ?? null)
    else if (chosen !== '=formula') onChange({ var: chosen })
  }
  return (
    <div className="pwd-grow pwd-map-source">
      <Select
        className="pwd-full"
        aria-label={t('conversions.sourceOf', { field: name })}
        value={path ?? `=${way}`}
        showSearch={{ optionFilterProp: 'label' }}
        options={sources}
        onChange={choose}
      />
      {path === undefined && way === 'option' && (
        <Select
          className="pwd-full"
          aria-label={t('conversions.optionOf', { field: name })}
          value={typeof value === 'string' ? value : null}
          options={options}
          onChange={(key: string | null) => onChange(key)}
        />
      )}
      {path === undefined && way === 'formula' && (
        <FormulaEditor
          label={t('conversions.formulaOf', { field: name })}
          scope={scope}
          {...(site === undefined ? {} : { site })}
          value={value ?? undefined}
          expected={expressionType(field)}
          onCommit={(expression) => onChange(expression ?? null)}
        />
      )}
    </div>
  )
}
