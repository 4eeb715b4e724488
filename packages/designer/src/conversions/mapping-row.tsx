import type { Place } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import type { LabelledScope } from '@pipewright/logic'
import { Icon } from '@pipewright/ui'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { sourceField, type ConversionSite } from './conversion-scope.ts'
import { MappingSource } from './mapping-source.tsx'
import { noteOf, plainPath } from './suggest-values.ts'

export interface MappingRowProps {
  readonly field: Field
  readonly from: ConversionSite
  readonly scope: LabelledScope
  readonly site?: Place
  readonly value: Expression
  readonly onChange: (value: Expression) => void
  readonly onRemove: () => void
}

/** What does not go together, in words. */
function useNote({ field, from, value }: MappingRowProps): string | undefined {
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  const index = useIndex()
  const listed = new Intl.ListFormat(locale)
  const path = plainPath(value)
  const note = path === undefined ? undefined : noteOf(index, from, field, path)
  if (path === undefined || note === undefined) return undefined
  const source = sourceField(index, from, path)
  const options = source === undefined ? [] : index.options(source)
  const named =
    note.code === 'foreignOptions'
      ? options.filter(({ key }) => note.options.includes(key)).map(({ key, label }) => read(label, key))
      : []
  return t(`conversions.note_${note.code}`, {
    field: read(field.label, field.key),
    options: listed.format(named.slice(0, 5)),
  })
}

/** One field of the new record, and what it is filled with. */
export function MappingRow(props: MappingRowProps) {
  const { field, onRemove, ...source } = props
  const t = useTexts()
  const read = useLocalized()
  const note = useNote(props)
  const name = read(field.label, field.key)
  return (
    <div className="pwd-map" role="group" aria-label={name}>
      <div className="pwd-line">
        <span className="pwd-map-target">
          {name}
          {'required' in field && field.required === true && <span className="pwd-quiet"> *</span>}
        </span>
        <Icon name="left" />
        <MappingSource field={field} {...source} />
        <button
          type="button"
          className="pwd-tool"
          aria-label={t('workflows.removeValue', { field: name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {note !== undefined && (
        <p className="pwd-map-note">
          <Icon name="warning" /> {note}
        </p>
      )}
    </div>
  )
}
