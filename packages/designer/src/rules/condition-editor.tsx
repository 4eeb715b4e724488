import { BOOLEAN, describeCondition, type LabelledScope } from '@pipewright/logic'
import { FilterBuilder, isBuildable } from '@pipewright/renderer'
import type { Expression } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTyped } from '../draft/use-typed.ts'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { expressionScope } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface ConditionEditorProps {
  readonly form: string
  /** Rows of its line items, which only a formula can ask about. */
  readonly lineItems?: string | undefined
  readonly label: string
  readonly value: Expression | null
  /** What it means here to have no condition. */
  readonly text?: string
  /** Further names that a formula may use here. */
  readonly scope?: LabelledScope
  /** What is said in words where that is more than what is edited here; null where it is said elsewhere. */
  readonly whole?: Expression | null
  readonly onCommit: (condition: Expression | null) => void
}

/** A condition on a record: put together from fields, or written as a formula; and what it asks, as a sentence. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { form, lineItems, label, value, text, onCommit } = props
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const [mode, setMode] = useState<'builder' | 'formula'>(
    // What was written as a formula opens as one: the builder could only throw it away.
    lineItems === undefined && isBuildable(value) ? 'builder' : 'formula',
  )
  const typed = useTyped<Expression | null>(value, onCommit)
  const site = useMemo(() => (lineItems === undefined ? { form } : { form, lineItems }), [form, lineItems])
  const own = useMemo(() => expressionScope(index, site, locale), [index, site, locale])
  const scope = props.scope ?? own
  const now = mode === 'builder' ? typed.value : value
  const whole = props.whole === undefined ? now : props.whole
  const sentence = whole === null ? '' : describeCondition(whole, scope, locale)
  return (
    <div className="pwd-condition" role="group" aria-label={label}>
      {lineItems === undefined && (
        <Segmented
          size="small"
          aria-label={t('rules.mode')}
          value={mode}
          options={[
            { value: 'builder', label: t('rules.builder') },
            { value: 'formula', label: t('rules.formula') },
          ]}
          onChange={setMode}
        />
      )}
      {mode === 'builder' ? (
        <FilterBuilder form={form} value={typed.value} text={text ?? t('rules.none')} onChange={typed.type} />
      ) : (
        <FormulaEditor
          label={label}
          scope={scope}
          site={site}
          value={value ?? undefined}
          expected={BOOLEAN}
          placeholder={t('rules.formulaPlaceholder')}
          onCommit={(expression) => onCommit(expression ?? null)}
        />
      )}
      {sentence !== '' && <p className="pwd-condition-said">{sentence}</p>}
    </div>
  )
}
