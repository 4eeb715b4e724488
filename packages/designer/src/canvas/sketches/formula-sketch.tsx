import { describeCondition } from '@pipewright/logic'
import type { FormulaField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { expressionScope } from '../../scope/expression-scope.ts'
import { withForms } from '../../scope/with-forms.ts'
import { useOpenForm } from '../../environment/design-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { SketchProps } from './sketch.ts'

/** The calculation with the names of its fields. */
export function FormulaSketch({ field, index, locale }: SketchProps<FormulaField>) {
  const t = useTexts()
  const form = useOpenForm()
  const scope =
    form === undefined
      ? undefined
      : withForms(index, expressionScope(index, { form: form.key }, locale), locale)
  const text =
    field.expression === null ? t('canvas.noFormula') : describeCondition(field.expression, scope, locale)
  return (
    <div className="pwd-box" data-calculated="">
      <Icon name="formula" className="pwd-quiet" />
      <span className="pwd-cut" title={text}>
        {text}
      </span>
    </div>
  )
}
