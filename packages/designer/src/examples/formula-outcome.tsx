import type { Field, FormulaExample } from '@pipewright/schemas'
import { Checkbox } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { ExampleInput } from './example-input.tsx'

interface FormulaOutcomeProps {
  readonly id: string
  readonly row: FormulaExample
  readonly number: number
  readonly field: Field
  readonly titles: Readonly<Record<string, string>>
  readonly mayFail: boolean
  readonly onRow: (row: FormulaExample) => void
}

/** The value that must come out, or that none can. */
export function FormulaOutcome({ id, row, number, field, titles, mayFail, onRow }: FormulaOutcomeProps) {
  const t = useTexts()
  const { fails, expected, ...given } = row
  return (
    <>
      {fails !== true && (
        <ExampleInput
          id={id}
          label={t('examples.cell', { label: t('examples.expected'), number })}
          field={field}
          titles={titles}
          value={expected}
          onChange={(value) => onRow(value === null ? given : { ...given, expected: value })}
        />
      )}
      {mayFail && (
        <Checkbox
          checked={fails === true}
          onChange={({ target }) => onRow(target.checked ? { ...given, fails: true } : given)}
        >
          {t('examples.fails')}
        </Checkbox>
      )}
    </>
  )
}
