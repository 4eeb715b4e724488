import { matchWays, type MatchWay } from '@pipewright/metadata'
import type { Field, MatchComparison, MatchRule } from '@pipewright/schemas'
import { Button, Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { Property } from '../parts/property.tsx'
import { TitledCard } from '../parts/titled-card.tsx'
import { useTexts } from '../texts/use-texts.ts'

interface MatchRuleCardProps {
  readonly rule: MatchRule
  /** Fields that can be compared. */
  readonly fields: readonly Field[]
  readonly onChange: (next: MatchRule) => void
  readonly onRemove: () => void
}

const most = 4

/** Ways that every one of these fields can be compared. */
const waysOf = (fields: readonly Field[], keys: readonly string[]): readonly MatchWay[] => {
  const [first, ...others] = keys.flatMap((key) => fields.find((field) => field.key === key) ?? [])
  return first === undefined
    ? []
    : matchWays(first).filter((way) => others.every((field) => matchWays(field).includes(way)))
}

/** Fields, of which any may agree, and how they are compared. */
function Comparison(props: {
  readonly fields: readonly Field[]
  readonly value: MatchComparison
  readonly onChange: (next: MatchComparison) => void
  readonly onRemove: (() => void) | undefined
}) {
  const t = useTexts()
  const { fields, value, onChange, onRemove } = props
  const pick = (keys: string[]) => {
    const ways = waysOf(fields, keys)
    const as = ways.includes(value.as) ? value.as : ways[0]
    if (as !== undefined) onChange({ fields: keys, as })
  }
  return (
    <>
      <FieldListProperty
        label={t('matching.fields')}
        help={t('matching.fieldsHelp')}
        fields={fields}
        value={value.fields}
        most={3}
        onChange={pick}
      />
      <Property label={t('matching.as')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={value.as}
            options={waysOf(fields, value.fields).map((way) => ({
              value: way,
              label: t(`matching.way_${way}`),
            }))}
            onChange={(as: MatchWay) => onChange({ ...value, as })}
          />
        )}
      </Property>
      {onRemove !== undefined && (
        <Button size="small" onClick={onRemove}>
          {t('matching.removeComparison')}
        </Button>
      )}
    </>
  )
}

/** One way in which two records look the same: everything that is compared agrees. */
export function MatchRuleCard({ rule, fields, onChange, onRemove }: MatchRuleCardProps) {
  const t = useTexts()
  const read = useLocalized()
  const { compare } = rule
  const labelOf = (key: string) => {
    const field = fields.find((each) => each.key === key)
    return field === undefined ? key : read(field.label)
  }
  const name = compare.map((each) => each.fields.map(labelOf).join(' / ')).join(' + ')
  const put = (next: readonly MatchComparison[]) => onChange({ ...rule, compare: [...next] })
  const used = new Set(compare.flatMap((each) => each.fields))
  const next = fields.find(({ key }) => !used.has(key))
  const addComparison = () => {
    const as = next && matchWays(next)[0]
    if (next !== undefined && as !== undefined) put([...compare, { fields: [next.key], as }])
  }
  return (
    <TitledCard name={name} remove={{ label: t('matching.remove', { name }), press: onRemove }}>
      {compare.map((each, place) => (
        <Comparison
          key={place}
          fields={fields}
          value={each}
          onChange={(changed) => put(compare.with(place, changed))}
          onRemove={compare.length > 1 ? () => put(compare.toSpliced(place, 1)) : undefined}
        />
      ))}
      <Button size="small" disabled={next === undefined || compare.length >= most} onClick={addComparison}>
        {t('matching.addComparison')}
      </Button>
      <Property label={t('matching.sure')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={rule.sure ?? 'likely'}
            options={(['likely', 'possible'] as const).map((value) => ({
              value,
              label: t(`matching.${value}`),
            }))}
            onChange={(sure: 'likely' | 'possible') =>
              onChange({ compare, ...(sure === 'likely' ? {} : { sure }) })
            }
          />
        )}
      </Property>
    </TitledCard>
  )
}
