import type { RelationField, RelationsField } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useDesign } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetSite } from './sheet.ts'

/** The same relation to one record or to many; what only one of the two can have is left behind. */
function converted(field: RelationField | RelationsField): RelationField | RelationsField {
  if (field.type === 'relations') {
    const { type: _, maxCount: __, default: ___, ...rest } = field
    return { type: 'relation', ...rest }
  }
  const { type: _, unique: __, default: ___, fill: ____, onDelete, ...rest } = field
  return { type: 'relations', ...rest, onDelete: onDelete === 'clear' ? 'clear' : 'refuse' }
}

export interface RelationCountProps {
  readonly field: RelationField | RelationsField
  readonly site: SheetSite
}

/** Whether the field refers to one record or to any number of them. */
export function RelationCount({ field, site }: RelationCountProps) {
  const t = useTexts()
  const { edit } = useDesign()
  return (
    <Property label={t('inspector.relationCount')} group>
      {() => (
        <Segmented
          block
          aria-label={t('inspector.relationCount')}
          value={field.type}
          options={(['relation', 'relations'] as const).map((value) => ({
            value,
            label: t(`inspector.count_${value}`),
          }))}
          onChange={(type) => {
            if (type !== field.type) edit({ type: 'setField', form: site.form, field: converted(field) })
          }}
        />
      )}
    </Property>
  )
}
