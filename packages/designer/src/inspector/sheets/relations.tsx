import type { RelationsField } from '@pipewright/schemas'
import { InputNumber } from 'antd'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { RelationBasis } from './relation-basis.tsx'
import type { SheetProps } from './sheet.ts'

export function RelationsSheet({ field, site, change }: SheetProps<RelationsField>) {
  const t = useTexts()
  return (
    <>
      <RelationBasis
        field={field}
        site={site}
        onDeletes={['refuse', 'clear']}
        onDelete={(chosen) => change({ onDelete: chosen === 'clear' ? 'clear' : 'refuse' })}
        change={change}
      />
      <Property label={t('inspector.maxCount')}>
        {(id) => (
          <InputNumber
            id={id}
            className="pwd-full"
            min={1}
            max={1000}
            precision={0}
            value={field.maxCount ?? null}
            onChange={(maxCount) => change({ maxCount: maxCount ?? undefined })}
          />
        )}
      </Property>
    </>
  )
}
