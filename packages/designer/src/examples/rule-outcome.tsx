import { localize } from '@pipewright/metadata'
import type { ExampleValue, RuleExample } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { heldField } from './example-columns.ts'
import { ExampleInput } from './example-input.tsx'
import type { SetEffect } from './use-rule-scene.ts'

interface RuleOutcomeProps {
  readonly id: string
  readonly row: RuleExample
  readonly number: number
  readonly sets: readonly SetEffect[]
  readonly titles: Readonly<Record<string, string>>
  readonly onRow: (row: RuleExample) => void
}

/** Whether the rule applies to the row, and the values that it then sets. */
export function RuleOutcome({ id, row, number, sets, titles, onRow }: RuleOutcomeProps) {
  const t = useTexts()
  const index = useIndex()
  const { locale } = useDesign()
  const { sets: given = {}, ...bare } = row
  const put = (path: string, value: ExampleValue) => {
    const { [path]: _, ...rest } = given
    const next = value === null ? rest : { ...rest, [path]: value }
    onRow(Object.keys(next).length === 0 ? bare : { ...bare, sets: next })
  }
  return (
    <>
      <Select
        id={id}
        className="pwd-full"
        aria-label={t('examples.cell', { label: t('examples.expected'), number })}
        value={row.applies}
        options={[
          { value: true, label: t('examples.applies') },
          { value: false, label: t('examples.appliesNot') },
        ]}
        onChange={(applies: boolean) => onRow({ ...row, applies })}
      />
      {row.applies &&
        sets.map(({ path, field }) => {
          const label = t('examples.sets', { field: localize(field.label, locale) || field.key })
          return (
            <label key={path} htmlFor={`${id}-${path}`} className="pwd-example-sets">
              <span>{label}</span>
              <ExampleInput
                id={`${id}-${path}`}
                label={t('examples.cell', { label, number })}
                field={heldField(index, field)}
                titles={titles}
                value={given[path]}
                onChange={(value) => put(path, value)}
              />
            </label>
          )
        })}
    </>
  )
}
