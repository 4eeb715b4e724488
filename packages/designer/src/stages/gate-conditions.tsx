import type { Form, GateCondition } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface GateConditionsProps {
  readonly form: Form
  readonly conditions: readonly GateCondition[]
  readonly onChange: (conditions: GateCondition[]) => void
}

/** Conditions of a gate, each with what people read when it does not hold. */
export function GateConditions({ form, conditions, onChange }: GateConditionsProps) {
  const t = useTexts()
  return conditions.map((condition, position) => {
    const replace = (next: GateCondition) =>
      onChange(conditions.map((one, at) => (at === position ? next : one)))
    return (
      <div key={position} className="pwd-card">
        <div className="pwd-card-head">
          <LocalizedInput
            label={t('rules.message')}
            value={condition.message}
            onCommit={(message) => {
              if (Object.keys(message).length > 0) replace({ ...condition, message })
            }}
          />
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('stages.removeCondition', { position: position + 1 })}
            onClick={() => onChange(conditions.filter((_, at) => at !== position))}
          >
            <Icon name="close" />
          </button>
        </div>
        <ConditionEditor
          form={form.key}
          label={t('stages.condition')}
          value={condition.when === true ? null : condition.when}
          onCommit={(when) => replace({ ...condition, when: when ?? true })}
        />
      </div>
    )
  })
}
