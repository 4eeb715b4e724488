import type { Expression, LocalizedText, RelationField, RelationsField } from '@pipewright/schemas'
import { Select } from 'antd'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { useDefinition, useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { FieldListProperty } from '../../parts/field-list-property.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { RelationCount } from './relation-count.tsx'
import { ReverseLabel } from './reverse-label.tsx'
import type { SheetSite } from './sheet.ts'

export type OnDelete = NonNullable<RelationField['onDelete']>

export interface RelationBasisProps {
  readonly field: RelationField | RelationsField
  readonly site: SheetSite
  /** What may happen here when a related record is deleted. */
  readonly onDeletes: readonly OnDelete[]
  readonly onDelete: (chosen: OnDelete) => void
  readonly change: (changes: {
    readonly form?: string
    readonly pickColumns?: string[] | undefined
    readonly filter?: Expression | undefined
    readonly reverseLabel?: LocalizedText | undefined
  }) => void
}

interface OnDeleteProps {
  readonly onDelete: OnDelete | undefined
  readonly offered: readonly OnDelete[]
  readonly onChange: (chosen: OnDelete) => void
}

export function OnDeleteProperty({ onDelete, offered, onChange }: OnDeleteProps) {
  const t = useTexts()
  return (
    <Property label={t('inspector.onDelete')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={onDelete ?? 'refuse'}
          options={offered.map((value) => ({
            value,
            label: t(`inspector.onDelete_${value}`),
          }))}
          onChange={onChange}
        />
      )}
    </Property>
  )
}

/** What relations to one and to many have in common: whose records, which of them, and what becomes of a deleted one. */
export function RelationBasis({ field, site, onDeletes, onDelete, change }: RelationBasisProps) {
  const t = useTexts()
  const read = useLocalized()
  const { forms } = useDefinition()
  const index = useIndex()
  return (
    <>
      <Property label={t('inspector.target')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.form}
            options={forms.map((form) => ({ value: form.key, label: read(form.label) }))}
            onChange={(form: string) => change({ form, filter: undefined, pickColumns: undefined })}
          />
        )}
      </Property>
      {site.lineItems === undefined && <RelationCount field={field} site={site} />}
      <OnDeleteProperty onDelete={field.onDelete} offered={onDeletes} onChange={onDelete} />
      <FieldListProperty
        label={t('inspector.pickColumns')}
        help={t('inspector.pickColumnsHelp')}
        fields={index
          .fieldsOf(field.form)
          .filter(({ type }) => type !== 'lineItems' && type !== 'attachment')}
        value={field.pickColumns}
        most={8}
        onChange={(keys) => change({ pickColumns: keys.length === 0 ? undefined : keys })}
      />
      <ReverseLabel value={field.reverseLabel} onChange={(reverseLabel) => change({ reverseLabel })} />
      <Property label={t('inspector.relationFilter')} group>
        {() => (
          <ConditionEditor
            form={field.form}
            label={t('inspector.relationFilter')}
            text={t('rules.everything')}
            value={field.filter ?? null}
            onCommit={(filter) => change({ filter: filter ?? undefined })}
          />
        )}
      </Property>
    </>
  )
}
