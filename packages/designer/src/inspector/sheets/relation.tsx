import type { RelationField } from '@pipewright/schemas'
import { Select } from 'antd'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { useDefinition } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

type OnDelete = NonNullable<RelationField['onDelete']>

const onDeletes: readonly OnDelete[] = ['refuse', 'clear', 'delete']

export function RelationSheet({ field, site, change }: SheetProps<RelationField>) {
  const t = useTexts()
  const read = useLocalized()
  const { forms } = useDefinition()
  const choices = site.lineItems === undefined ? onDeletes : onDeletes.filter((value) => value !== 'delete')
  return (
    <>
      <Property label={t('inspector.target')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.form}
            options={forms.map((form) => ({ value: form.key, label: read(form.label) }))}
            onChange={(form: string) => change({ form, filter: undefined })}
          />
        )}
      </Property>
      <Property label={t('inspector.onDelete')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.onDelete ?? 'refuse'}
            options={choices.map((value) => ({
              value,
              label: t(`inspector.onDelete_${value}`),
            }))}
            onChange={(onDelete: OnDelete) => change({ onDelete })}
          />
        )}
      </Property>
      <Property label={t('inspector.reverseLabel')} help={t('inspector.reverseLabelHelp')} group>
        {() => (
          <LocalizedInput
            label={t('inspector.reverseLabel')}
            value={field.reverseLabel}
            onCommit={(text) => change({ reverseLabel: Object.keys(text).length === 0 ? undefined : text })}
          />
        )}
      </Property>
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
