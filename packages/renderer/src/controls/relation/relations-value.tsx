import type { RelationsField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asTexts } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { RecordLink } from './record-link.tsx'

/** The titles of all related records, each leading to its record. */
export function RelationsValue({ field, value, titles }: ValueProps<RelationsField>) {
  const renderer = useRenderer()
  const t = useTexts()
  return (
    <span className="pw-tags">
      {asTexts(value).map((id) => {
        const title = titles[id] ?? renderer.titles.find(id)
        return (
          <span key={id} className="pw-related-one">
            {title === undefined ? (
              <span className="pw-quiet">{t('value.unknown')}</span>
            ) : (
              <RecordLink form={field.form} id={id} title={title} />
            )}
          </span>
        )
      })}
    </span>
  )
}
