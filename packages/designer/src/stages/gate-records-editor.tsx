import { relatedName, type RelationSite } from '@pipewright/metadata'
import type { GateRecords } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { NumberProperty } from '../parts/number-property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface GateRecordsEditorProps {
  readonly sites: readonly RelationSite[]
  readonly records: GateRecords
  readonly onChange: (records: GateRecords) => void
  readonly onRemove: () => void
}

const nameOf = (form: string, field: string): string => `${form}.${field}`

/** How many records of another form must point to the record, and which of them count. */
export function GateRecordsEditor({ sites, records, onChange, onRemove }: GateRecordsEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <Select
          aria-label={t('stages.recordsOf')}
          value={nameOf(records.form, records.field)}
          options={sites.map((site) => ({
            value: nameOf(site.form, site.field.key),
            label: `${read(relatedName(index, { form: site.form, field: site.field.key }))} · ${read(site.field.label)}`,
          }))}
          onChange={(name) => {
            const [form = '', field = ''] = name.split('.')
            onChange({ form, field, min: records.min })
          }}
        />
        <button
          type="button"
          className="pwd-tool"
          aria-label={t('stages.removeRecords', { form: read(relatedName(index, records)) })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      <NumberProperty
        label={t('stages.atLeast')}
        value={records.min}
        min={1}
        max={100}
        onCommit={(min) => onChange({ ...records, min: min ?? 1 })}
      />
      <ConditionEditor
        key={records.form}
        form={records.form}
        label={t('stages.whichCount')}
        text={t('rules.everything')}
        value={records.where ?? null}
        onCommit={(where) => {
          const { where: _, ...rest } = records
          onChange(where === null ? rest : { ...rest, where })
        }}
      />
    </div>
  )
}
