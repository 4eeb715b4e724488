import { fieldTypes, localize, typeChanges } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useDesign } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetSite } from '../sheets/sheet.ts'
import { DryRun } from './dry-run.tsx'
import { useTypePreview } from './use-type-preview.ts'

export interface TypeChangeDialogProps {
  readonly field: Field
  readonly site: SheetSite
  readonly onClose: () => void
}

/** Chooses another type, shows what becomes of the real values, and then changes the draft. */
export function TypeChangeDialog({ field, site, onClose }: TypeChangeDialogProps) {
  const t = useTexts()
  const read = useLocalized()
  const { locale, edit } = useDesign()
  const [type, setType] = useState<Field['type'] | null>(null)
  const preview = useTypePreview(site, field.key, type)
  const change = () => {
    onClose()
    if (preview.data !== undefined)
      edit({
        type: 'changeFieldType',
        form: site.form,
        ...(site.lineItems === undefined ? {} : { lineItems: site.lineItems }),
        field: preview.data.field,
      })
  }
  return (
    <Modal
      open
      title={t('typeChange.title', { field: read(field.label, t('canvas.unnamed')) })}
      okText={t('typeChange.change')}
      okButtonProps={{ disabled: preview.data === undefined }}
      onOk={change}
      onCancel={onClose}
    >
      <Property label={t('typeChange.to', { from: localize(fieldTypes[field.type].label, locale) })}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={type}
            placeholder={t('typeChange.choose')}
            options={typeChanges[field.type].map((value) => ({
              value,
              label: localize(fieldTypes[value].label, locale),
            }))}
            onChange={setType}
          />
        )}
      </Property>
      {type !== null && <DryRun preview={preview} />}
    </Modal>
  )
}
