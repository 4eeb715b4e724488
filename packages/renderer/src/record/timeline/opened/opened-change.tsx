import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { isEmptyValue } from '../../../form/engine/is-empty-value.ts'
import { asText, asTexts } from '../../../controls/control-attributes.ts'
import { useFiles } from '../../../controls/attachment/use-files.ts'
import type { Titles } from '../../../controls/field-control.ts'
import { FieldValue } from '../../../form/field-value.tsx'
import type { EventScene } from '../event-words.ts'
import type { Change } from './is-opened.ts'
import { RowsChange } from './rows-change.tsx'
import { textDifference, type TextPart } from './text-difference.ts'
import './opened.css'

/** Words that went and words that came, in one text. */
function MarkedText({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <p className="pw-opened-text">
      {parts.map(({ at, kind, text }) => {
        if (kind === 'same') return text
        return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
      })}
    </p>
  )
}

/** Files that were removed for good, or may not be seen. */
function LostFiles({ ids, scene }: { readonly ids: readonly string[]; readonly scene: EventScene }) {
  const count = ids.length - useFiles(ids).length
  return count > 0 && <p className="pw-quiet">{scene.t('record.filesGone', { count })}</p>
}

interface OpenedChangeProps {
  readonly field: Field
  readonly change: Change
  readonly titles: Titles
  readonly scene: EventScene
}

const isText = ({ type }: Field): boolean => type === 'text' || type === 'longText'

function Side({ field, value, titles, scene, name }: Omit<OpenedChangeProps, 'change'> & SideProps) {
  return (
    <div>
      <h3>{name}</h3>
      <FieldValue field={field} value={value} titles={titles} />
      {field.type === 'attachment' && !isEmptyValue(value) && (
        <LostFiles ids={asTexts(value)} scene={scene} />
      )}
    </div>
  )
}

interface SideProps {
  readonly name: string
  readonly value: Change['old']
}

/** What a line of the timeline only names: the lines of a table, a text with its changes marked, or both sides. */
export function OpenedChange(props: OpenedChangeProps) {
  const { field, change, scene } = props
  const both = !isEmptyValue(change.old) && !isEmptyValue(change.new)
  const parts =
    both && isText(field) ? textDifference(asText(change.old), asText(change.new), scene.locale) : null
  const inside =
    field.type === 'lineItems' ? (
      <RowsChange field={field} change={change} telling={scene} />
    ) : parts !== null ? (
      <MarkedText parts={parts} />
    ) : (
      <div className="pw-opened-sides">
        <Side {...props} name={scene.t('record.before')} value={change.old} />
        <Side {...props} name={scene.t('record.after')} value={change.new} />
      </div>
    )
  return (
    <section className="pw-opened" aria-label={localize(field.label, scene.locale)}>
      {inside}
    </section>
  )
}
