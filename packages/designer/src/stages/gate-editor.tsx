import type { Form, StageGate } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useRuleFields } from '../rules/use-rule-fields.ts'
import { useTexts } from '../texts/use-texts.ts'
import { GateRecordsEditor } from './gate-records-editor.tsx'

export interface GateEditorProps {
  readonly form: Form
  readonly title: string
  readonly gate: StageGate | undefined
  readonly onChange: (gate: StageGate) => void
}

type Conditions = NonNullable<StageGate['conditions']>

/** The gate with one of its lists replaced; an empty list is left out. */
function withList<L extends keyof StageGate>(
  gate: StageGate | undefined,
  name: L,
  list: NonNullable<StageGate[L]>,
): StageGate {
  const { [name]: _, ...rest } = gate ?? {}
  return list.length === 0 ? rest : { ...rest, [name]: list }
}

function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="pwd-tool" aria-label={label} onClick={onClick}>
      <Icon name="close" />
    </button>
  )
}

function ConditionCards(props: {
  readonly form: Form
  readonly conditions: Conditions
  readonly onChange: (conditions: Conditions) => void
}) {
  const { form, conditions, onChange } = props
  const t = useTexts()
  return conditions.map((condition, position) => {
    const replace = (next: Conditions[number]) =>
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
          <RemoveButton
            label={t('stages.removeCondition', { position: position + 1 })}
            onClick={() => onChange(conditions.filter((_, at) => at !== position))}
          />
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

/** What a record must have before it passes: fields, conditions, records of other forms. */
export function GateEditor({ form, title, gate, onChange }: GateEditorProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const { all } = useRuleFields(form)
  const sites = useIndex()
    .relationsTo(form.key)
    .filter(({ lineItems }) => lineItems === undefined)
  const conditions = gate?.conditions ?? []
  const related = gate?.related ?? []
  const [first] = sites
  return (
    <PropertyGroup title={title}>
      <Property label={t('stages.gateFields')}>
        {(id) => (
          <PathSelect
            id={id}
            label={`${title}: ${t('stages.gateFields')}`}
            options={all}
            value={gate?.fields ?? []}
            most={100}
            onChange={(fields) => onChange(withList(gate, 'fields', fields))}
          />
        )}
      </Property>
      <ConditionCards
        form={form}
        conditions={conditions}
        onChange={(next) => onChange(withList(gate, 'conditions', next))}
      />
      {related.map((records, position) => (
        <GateRecordsEditor
          key={position}
          sites={sites}
          records={records}
          onChange={(next) =>
            onChange(
              withList(
                gate,
                'related',
                related.map((one, at) => (at === position ? next : one)),
              ),
            )
          }
          onRemove={() =>
            onChange(
              withList(
                gate,
                'related',
                related.filter((_, at) => at !== position),
              ),
            )
          }
        />
      ))}
      <div className="pwd-line">
        <Button
          icon={<Icon name="plus" />}
          onClick={() => {
            const condition = {
              when: { notEmpty: [{ var: form.titleField }] },
              message: { [locale]: t('stages.newMessage') },
            }
            onChange(withList(gate, 'conditions', [...conditions, condition]))
          }}
        >
          {t('stages.addCondition')}
        </Button>
        {first !== undefined && (
          <Button
            icon={<Icon name="plus" />}
            onClick={() =>
              onChange(
                withList(gate, 'related', [...related, { form: first.form, field: first.field.key, min: 1 }]),
              )
            }
          >
            {t('stages.addRecords')}
          </Button>
        )}
      </div>
    </PropertyGroup>
  )
}
