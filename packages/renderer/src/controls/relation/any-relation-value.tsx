import { localize } from '@pipewright/metadata'
import type { AnyRelationField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ValueProps } from '../field-control.ts'
import { partOf } from '../part-of.ts'
import { RecordLink } from './record-link.tsx'

/** What kind of record it is, and its title, which leads to it. */
export function AnyRelationValue({ value, titles }: ValueProps<AnyRelationField>) {
  const renderer = useRenderer()
  const t = useTexts()
  const [form, id] = [partOf(value, 'form'), partOf(value, 'id')]
  const title = titles[id] ?? renderer.titles.find(id)
  if (title === undefined) return <span className="pw-quiet">{t('value.unknown')}</span>
  return (
    <span className="pw-any-relation-value">
      <span className="pw-quiet">{localize(renderer.index.form(form)?.label, renderer.locale)}</span>
      <RecordLink form={form} id={id} title={title} />
    </span>
  )
}
