import { checkExpression } from '@pipewright/logic'
import type { FormulaField } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { FormulaExamples } from '../../examples/formula-examples.tsx'
import { FormulaEditor } from '../../formula/formula-editor.tsx'
import { ofField } from '../../formula/of-field.ts'
import { Property } from '../../parts/property.tsx'
import { expressionScope } from '../../scope/expression-scope.ts'
import { withForms } from '../../scope/with-forms.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { FormulaOptions } from './formula-options.tsx'
import { changesForType, offeredFor, resultChanges } from './formula-result-types.ts'
import { ResultType } from './result-type.tsx'
import type { SheetProps } from './sheet.ts'

const optioned: ReadonlySet<FormulaField['resultType']> = new Set(['choice', 'multiChoice'])

/** A calculation, and how what it gives is shown. */
export function FormulaSheet({ field, site, change }: SheetProps<FormulaField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  // Calculated fields are filled and kept by the database.
  const scope = useMemo(
    () => ({ ...withForms(index, expressionScope(index, site, locale), locale), asSql: true }),
    [index, site, locale],
  )
  const type = useMemo(() => checkExpression(field.expression, scope).type, [field.expression, scope])
  return (
    <>
      <Property label={t('inspector.formula')} group>
        {() => (
          <FormulaEditor
            of={ofField(site, field.key, 'formula')}
            label={t('inspector.formula')}
            scope={scope}
            site={site}
            value={field.expression}
            below={(live) => <FormulaExamples {...{ field, site, scope, live, change }} />}
            onCommit={(expression, gives) =>
              change({ expression: expression ?? null, ...changesForType(field, gives) })
            }
          />
        )}
      </Property>
      <ResultType
        field={field}
        offered={offeredFor(type)}
        change={({ resultType, ...rest }) =>
          change({ ...(resultType === undefined ? {} : resultChanges(field, resultType, type)), ...rest })
        }
      />
      {optioned.has(field.resultType) && <FormulaOptions field={field} site={site} change={change} />}
    </>
  )
}
