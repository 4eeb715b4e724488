import { checkExpression, type ValueType } from '@pipewright/logic'
import type { FormulaField } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { FormulaEditor } from '../../formula/formula-editor.tsx'
import { Property } from '../../parts/property.tsx'
import { expressionScope } from '../../scope/expression-scope.ts'
import { withForms } from '../../scope/with-forms.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ResultType } from './result-type.tsx'
import type { FieldChanges, SheetProps } from './sheet.ts'

type Result = FormulaField['resultType']

const results: readonly Result[] = ['number', 'money', 'percent', 'text', 'date', 'dateTime', 'yesNo']
const decimal: ReadonlySet<Result> = new Set<Result>(['number', 'money', 'percent'])

/** What the value of a formula can be shown as; until there is one it is anything. */
function offeredFor(type: ValueType): readonly Result[] {
  switch (type.kind) {
    case 'number':
      return ['number', 'money', 'percent']
    case 'boolean':
      return ['yesNo']
    case 'date':
    case 'dateTime':
    case 'text':
      return [type.kind]
    default:
      return results
  }
}

/** The result type that fits what a formula gives; a number stays the amount or percentage it was. */
function resultFor(type: ValueType | null, old: Result): Result {
  switch (type?.kind) {
    case 'number':
      return decimal.has(old) ? old : 'number'
    case 'boolean':
      return 'yesNo'
    case 'date':
    case 'dateTime':
    case 'text':
      return type.kind
    default:
      return old
  }
}

const changesFor = (field: FormulaField, resultType: Result): FieldChanges<FormulaField> => ({
  resultType,
  scale: decimal.has(resultType) ? (field.scale ?? 2) : undefined,
  currency: resultType === 'money' ? (field.currency ?? 'CNY') : undefined,
})

export function FormulaSheet({ field, site, change }: SheetProps<FormulaField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  // Calculated fields are filled and kept by the database.
  const scope = useMemo(
    () => ({ ...withForms(index, expressionScope(index, site, locale), locale), asSql: true }),
    [index, site, locale],
  )
  const offered = useMemo(
    () => offeredFor(checkExpression(field.expression, scope).type),
    [field.expression, scope],
  )
  return (
    <>
      <Property label={t('inspector.formula')} group>
        {() => (
          <FormulaEditor
            label={t('inspector.formula')}
            scope={scope}
            site={site}
            value={field.expression}
            onCommit={(expression, type) =>
              change({
                expression: expression ?? null,
                ...changesFor(field, resultFor(type, field.resultType)),
              })
            }
          />
        )}
      </Property>
      <ResultType field={field} offered={offered} change={change} />
    </>
  )
}
