import type { Form, GateRecords, StageGate } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useRuleFields } from '../rules/use-rule-fields.ts'
import { useTexts } from '../texts/use-texts.ts'
import { GateConditions } from './gate-conditions.tsx'
import { GateRecordsEditor } from './gate-records-editor.tsx'

export interface GateEditorProps {
  readonly form: Form
  readonly title: string
  readonly gate: StageGate | undefined
  readonly onChange: (gate: StageGate) => void
}

/** The gate with one of its lists replaced; an empty list is left out. */
function withList<L extends keyof StageGate>(
  gate: StageGate | undefined,
  name: L,
  list: NonNullable<StageGate[L]>,
): StageGate {
  const { [name]: _, ...rest } = gate ?? {}
  return list.length === 0 ? rest : { ...rest, [name]: list }
}

/** Relations of other forms that point to records of this one. */
const useSites = (form: string) =>
  useIndex()
    .relationsTo(form)
    .filter(({ lineItems }) => lineItems === undefined)

function RelatedRecords({ form, gate, onChange }: Omit<GateEditorProps, 'title'>) {
  const sites = useSites(form.key)
  const related = gate?.related ?? []
  const put = (next: GateRecords[]) => onChange(withList(gate, 'related', next))
  return related.map((records, position) => (
    <GateRecordsEditor
      key={position}
      sites={sites}
      records={records}
      onChange={(next) => put(related.map((one, at) => (at === position ? next : one)))}
      onRemove={() => put(related.filter((_, at) => at !== position))}
    />
  ))
}

function AddToGate({ form, gate, onChange }: Omit<GateEditorProps, 'title'>) {
  const t = useTexts()
  const { locale } = useDesign()
  const [first] = useSites(form.key)
  const addCondition = () => {
    const when = { notEmpty: [{ var: form.titleField }] }
    const added = { when, message: { [locale]: t('stages.newMessage') } }
    onChange(withList(gate, 'conditions', [...(gate?.conditions ?? []), added]))
  }
  return (
    <div className="pwd-line">
      <Button icon={<Icon name="plus" />} onClick={addCondition}>
        {t('stages.addCondition')}
      </Button>
      {first !== undefined && (
        <Button
          icon={<Icon name="plus" />}
          onClick={() => {
            const added = { form: first.form, field: first.field.key, min: 1 }
            onChange(withList(gate, 'related', [...(gate?.related ?? []), added]))
          }}
        >
          {t('stages.addRecords')}
        </Button>
      )}
    </div>
  )
}

/** What a record must have before it passes: fields, conditions, records of other forms. */
export function GateEditor(props: GateEditorProps) {
  const { form, title, gate, onChange } = props
  const t = useTexts()
  const { all } = useRuleFields(form)
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
      <GateConditions
        form={form}
        conditions={gate?.conditions ?? []}
        onChange={(next) => onChange(withList(gate, 'conditions', next))}
      />
      <RelatedRecords {...props} />
      <AddToGate {...props} />
    </PropertyGroup>
  )
}
