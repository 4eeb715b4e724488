import type { DefinitionIndex } from '@pipewright/metadata'
import { isSameJson } from '@pipewright/metadata'
import type { Expression, Field, RecordMatch } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { FormulaEditor } from '../../formula/formula-editor.tsx'
import { expressionScope, expressionType } from '../../scope/expression-scope.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { DefaultValue, hasDefaultValue } from '../default-value.tsx'
import { matchOperators, needsValue, ownValues } from '../search-choices.ts'
import type { SheetSite } from './sheet.ts'

const other = '$other'

interface ValueProps {
  readonly match: RecordMatch
  readonly compared: Field
  readonly site: SheetSite
  readonly onChange: (value: Expression | undefined) => void
}

/** A fixed value, or anything that can be calculated from the record. */
function OtherValue({ match, compared, site, onChange }: ValueProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => expressionScope(index, site, locale), [index, site, locale])
  if (hasDefaultValue(compared))
    return <DefaultValue field={compared} value={match.value} onCommit={onChange} />
  return (
    <FormulaEditor
      label={t('inspector.matchValue')}
      scope={scope}
      site={site}
      value={match.value}
      expected={expressionType(compared)}
      onCommit={onChange}
    />
  )
}

/** With which value of this record, or with which fixed one, the field is compared. */
function MatchValue(props: ValueProps) {
  const { match, compared, site, onChange } = props
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const own = ownValues(index, site, compared, { locale, self: t('inspector.matchSelf') })
  const chosen = own.find(({ value }) => isSameJson(value, match.value))
  return (
    <>
      <Select
        className="pwd-full"
        aria-label={t('inspector.matchWith')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.name ?? other}
        options={[
          ...own.map(({ name, label }) => ({ value: name, label })),
          { value: other, label: t('inspector.matchFixed') },
        ]}
        onChange={(name: string) => onChange(own.find((one) => one.name === name)?.value)}
      />
      {chosen === undefined && <OtherValue {...props} />}
    </>
  )
}

export interface MatchRowProps {
  readonly form: string
  readonly match: RecordMatch
  readonly fields: readonly Field[]
  readonly site: SheetSite
  /** Undefined where it is the only one. */
  readonly onRemove: (() => void) | undefined
  readonly onChange: (match: RecordMatch) => void
}

const fieldOf = (index: DefinitionIndex, form: string, path: string): Field | undefined =>
  index.field(form, path)?.field

/** One condition on the records that are looked through. */
export function MatchRow({ form, match, fields, site, onRemove, onChange }: MatchRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const compared = fieldOf(index, form, match.field)
  const choose = (path: string) => {
    const operators = matchOperators(fieldOf(index, form, path))
    onChange({ field: path, operator: operators.includes(match.operator) ? match.operator : 'eq' })
  }
  return (
    <div className="pwd-match">
      <div className="pwd-match-line">
        <Select
          aria-label={t('inspector.matchField')}
          showSearch={{ optionFilterProp: 'label' }}
          value={match.field}
          options={fields.map(({ key, label }) => ({ value: key, label: read(label) }))}
          onChange={choose}
        />
        <Select
          aria-label={t('inspector.matchOperator')}
          value={match.operator}
          options={matchOperators(compared).map((value) => ({ value, label: t(`inspector.match_${value}`) }))}
          onChange={(operator) => onChange({ ...match, operator })}
        />
        {onRemove !== undefined && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="delete" />}
            aria-label={t('inspector.matchRemove')}
            onClick={onRemove}
          />
        )}
      </div>
      {compared !== undefined && needsValue(match.operator) && (
        <MatchValue
          key={match.field}
          match={match}
          compared={compared}
          site={site}
          onChange={(value) => {
            const { value: _, ...rest } = match
            onChange(value === undefined ? rest : { ...rest, value })
          }}
        />
      )}
    </div>
  )
}
