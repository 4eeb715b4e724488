import type { LabelledScope } from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useState } from 'react'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { expressionType } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DefaultValue, hasDefaultValue } from './default-value.tsx'
import { isFixed } from './is-fixed.ts'

export interface ValueOrFormulaProps {
  readonly label: string
  readonly field: Field
  readonly value: Expression
  readonly scope: LabelledScope
  readonly site?: Place
  readonly onCommit: (value: Expression) => void
}

const modes = ['value', 'formula'] as const

/** What a field is set to: given as in a form, or calculated; null empties it. */
export function ValueOrFormula({ label, field, value, scope, site, onCommit }: ValueOrFormulaProps) {
  const t = useTexts()
  const fixed = isFixed(field, value)
  const [asked, setAsked] = useState<(typeof modes)[number] | null>(null)
  const mode = !hasDefaultValue(field) ? 'formula' : (asked ?? (fixed ? 'value' : 'formula'))
  return (
    <div className="pwd-property" role="group" aria-label={label}>
      {hasDefaultValue(field) && (
        <Segmented
          size="small"
          aria-label={label}
          value={mode}
          options={modes.map((one) => ({ value: one, label: t(`inspector.default_${one}`) }))}
          onChange={setAsked}
        />
      )}
      {mode === 'value' ? (
        <DefaultValue
          label={label}
          field={field}
          value={fixed && value !== null ? value : undefined}
          onCommit={(next) => onCommit(next ?? null)}
        />
      ) : (
        <FormulaEditor
          label={label}
          scope={scope}
          {...(site === undefined ? {} : { site })}
          value={value}
          expected={expressionType(field)}
          onCommit={(next) => onCommit(next ?? null)}
        />
      )}
    </div>
  )
}
