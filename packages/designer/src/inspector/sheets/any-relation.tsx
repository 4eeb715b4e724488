import { targetPartsOf } from '@pipewright/metadata'
import type { AnyRelationField, RelationTarget } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDefinition, useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { FieldListProperty } from '../../parts/field-list-property.tsx'
import { Property, PropertyGroup } from '../../parts/property.tsx'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { OnDeleteProperty, type OnDelete } from './relation-basis.tsx'
import { FillProperty } from './fill-property.tsx'
import { ReverseLabel } from './reverse-label.tsx'
import type { SheetProps, SheetSite } from './sheet.ts'

const inForm: readonly OnDelete[] = ['refuse', 'clear', 'delete']
/** A row of line items does not take its record with it. */
const inRows: readonly OnDelete[] = ['refuse', 'clear']

interface TargetProps {
  readonly field: AnyRelationField
  readonly site: SheetSite
  readonly target: RelationTarget
  readonly onChange: (target: RelationTarget) => void
}

/** Which records of one of the forms are offered, and how. */
function TargetProperties({ field, site, target, onChange }: TargetProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { form, filter, pickColumns } = target
  const part = targetPartsOf(field).find((one) => one.form === form)
  const put = (name: 'filter' | 'pickColumns' | 'fill', value: RelationTarget[typeof name]) => {
    const { [name]: _, ...rest } = target
    onChange(value === undefined || value === null ? rest : { ...rest, [name]: value })
  }
  return (
    <PropertyGroup title={read(index.form(form)?.labelPlural) || form}>
      <FieldListProperty
        label={t('inspector.pickColumns')}
        help={t('inspector.pickColumnsHelp')}
        fields={index.fieldsOf(form).filter(({ type }) => type !== 'lineItems' && type !== 'attachment')}
        value={pickColumns}
        most={8}
        onChange={(keys) => put('pickColumns', keys.length === 0 ? undefined : [...keys])}
      />
      <Property label={t('inspector.relationFilter')} group>
        {() => (
          <ConditionEditor
            form={form}
            label={t('inspector.relationFilter')}
            text={t('rules.everything')}
            value={filter ?? null}
            onCommit={(condition) => put('filter', condition ?? undefined)}
          />
        )}
      </Property>
      {part !== undefined && <FillProperty field={part} site={site} onChange={(fill) => put('fill', fill)} />}
    </PropertyGroup>
  )
}

/** The forms, in the order in which they are offered, and what becomes of a deleted record. */
export function AnyRelationSheet({ field, site, change }: SheetProps<AnyRelationField>) {
  const t = useTexts()
  const read = useLocalized()
  const { forms } = useDefinition()
  const { targets } = field
  const setForms = (keys: readonly string[]) => {
    const chosen = keys.map((form) => targets.find((target) => target.form === form) ?? { form })
    if (chosen.length > 0) change({ targets: chosen })
  }
  const setTarget = (next: RelationTarget) =>
    change({ targets: targets.map((one) => (one.form === next.form ? next : one)) })
  return (
    <>
      <Property label={t('inspector.targets')} help={t('inspector.targetsHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            mode="multiple"
            maxCount={12}
            showSearch={{ optionFilterProp: 'label' }}
            value={targets.map(({ form }) => form)}
            options={forms.map((form) => ({ value: form.key, label: read(form.label) }))}
            onChange={setForms}
          />
        )}
      </Property>
      <OnDeleteProperty
        onDelete={field.onDelete}
        offered={site.lineItems === undefined ? inForm : inRows}
        onChange={(onDelete) => change({ onDelete })}
      />
      <ReverseLabel value={field.reverseLabel} onChange={(reverseLabel) => change({ reverseLabel })} />
      {targets.map((target) => (
        <TargetProperties key={target.form} field={field} site={site} target={target} onChange={setTarget} />
      ))}
    </>
  )
}
