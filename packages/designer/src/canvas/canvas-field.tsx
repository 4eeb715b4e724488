import { fieldTypes, localize, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import { useBuilderAt } from '../builders/use-builder-at.ts'
import { useDropSide } from '../dnd/drag-context.ts'
import { useDragSource, type DragSource } from '../dnd/use-drag-source.ts'
import { useIsChosen } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useHand } from './canvas-hand.ts'
import { CardMenu } from './card-menu.tsx'
import { FieldSketch, looksAlone } from './sketches/index.tsx'

export interface CanvasFieldProps {
  readonly field: Field
  readonly index: DefinitionIndex
  readonly locale: Locale
  readonly section: string
  /** Its place among the fields of the section. */
  readonly position: number
  readonly isLast: boolean
  readonly span: number
  readonly columns: number
  /** A rule can make it required. */
  readonly sometimes: boolean
}

function CardLabel({ field, sometimes, locale }: Pick<CanvasFieldProps, 'field' | 'sometimes' | 'locale'>) {
  const t = useTexts()
  const always = 'required' in field && field.required === true
  return (
    <span className="pwd-field-label">
      {localize(field.label, locale) || t('canvas.unnamed')}
      {always && (
        <span className="pwd-star" title={t('inspector.required')}>
          *
        </span>
      )}
      {!always && sometimes && (
        <span className="pwd-star" data-sometimes="" title={t('canvas.sometimes')}>
          *
        </span>
      )}
    </span>
  )
}

type LookProps = Pick<CanvasFieldProps, 'field' | 'index' | 'locale' | 'sometimes'>

/** A card leans on other documents only where its sketch does: an edit elsewhere does not draw it again. */
const looksSame = (a: LookProps, b: LookProps): boolean =>
  a.field === b.field &&
  a.locale === b.locale &&
  a.sometimes === b.sometimes &&
  (a.index === b.index || looksAlone(a.field))

const FieldLook = memo(function FieldLook({ field, index, locale, sometimes }: LookProps) {
  const help = localize(field.help, locale)
  return (
    <div className="pwd-field-look" inert>
      <CardLabel field={field} sometimes={sometimes} locale={locale} />
      <FieldSketch field={field} index={index} locale={locale} />
      {help !== '' && <span className="pwd-field-help">{help}</span>}
    </div>
  )
}, looksSame)

interface PartsProps extends LookProps, Pick<DragSource, 'pointer' | 'handle'> {
  readonly selected: boolean
}

/** What a card shows and takes; not drawn again because something is dragged. */
const CardParts = memo(
  function CardParts(props: PartsProps) {
    const { field, locale, selected, pointer, handle } = props
    const t = useTexts()
    const hand = useHand()
    const label = localize(field.label, locale) || t('canvas.unnamed')
    return (
      <>
        <FieldLook {...props} />
        <button
          type="button"
          className="pwd-field-hit"
          data-card={field.key}
          aria-pressed={selected}
          aria-label={t('canvas.fieldName', { label, type: localize(fieldTypes[field.type].label, locale) })}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Shift+ArrowUp Shift+ArrowDown Control+A Control+D Delete"
          onClick={(event) => hand.press(field.key, event)}
          onKeyDown={(event) => hand.key(field.key, event)}
          {...pointer}
        />
        <div className="pwd-field-tools">
          <button
            type="button"
            className="pwd-tool"
            data-grab=""
            aria-label={t('dnd.grab', { name: label })}
            {...handle}
          >
            <Icon name="drag" />
          </button>
          <CardMenu field={field.key} label={label} />
        </div>
      </>
    )
  },
  (a, b) => looksSame(a, b) && a.selected === b.selected && a.pointer === b.pointer && a.handle === b.handle,
)

/** A field as it will look, to select, drag and move. */
export const CanvasField = memo(
  function CanvasField(props: CanvasFieldProps) {
    const { field, index, locale, sometimes, section, position, isLast, span, columns } = props
    const selected = useIsChosen(field.key)
    const other = useBuilderAt(field.key)
    const drop = useDropSide(section, position, isLast)
    const { ref, pointer, handle, dragging } = useDragSource({ kind: 'field', field: field.key })
    return (
      <div
        ref={ref}
        className="pwd-field"
        data-item={field.key}
        data-position={position}
        data-selected={selected ? '' : undefined}
        data-dragging={dragging ? '' : undefined}
        data-drop={drop}
        data-other={other}
        data-line={span === columns ? 'row' : 'column'}
        style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
      >
        <CardParts {...{ field, index, locale, sometimes, selected, pointer, handle }} />
      </div>
    )
  },
  (a, b) =>
    looksSame(a, b) &&
    a.span === b.span &&
    a.columns === b.columns &&
    a.section === b.section &&
    a.position === b.position &&
    a.isLast === b.isLast,
)
