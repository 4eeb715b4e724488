import { fieldTypes, localize, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { memo } from 'react'
import type { DragSource } from '../dnd/use-drag-source.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CardButtons, CardFrame, type CardPlace } from './card-frame.tsx'
import { FieldSketch, isWide, looksAlone } from './sketches/index.tsx'

export interface CanvasFieldProps extends CardPlace {
  readonly field: Field
  readonly index: DefinitionIndex
  readonly locale: Locale
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
    <div className="pwd-field-look" data-wide={isWide(field) ? '' : undefined} inert>
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
    const label = localize(field.label, locale) || t('canvas.unnamed')
    return (
      <>
        <FieldLook {...props} />
        <CardButtons
          item={field.key}
          label={label}
          name={t('canvas.fieldName', { label, type: localize(fieldTypes[field.type].label, locale) })}
          {...{ selected, pointer, handle }}
        />
      </>
    )
  },
  (a, b) => looksSame(a, b) && a.selected === b.selected && a.pointer === b.pointer && a.handle === b.handle,
)

/** A field as it will look, to select, drag and move. */
export const CanvasField = memo(
  function CanvasField(props: CanvasFieldProps) {
    const { field, index, locale, sometimes, section, position, isLast, span, columns } = props
    return (
      <CardFrame item={field.key} {...{ section, position, isLast, span, columns }}>
        {(card) => <CardParts {...{ field, index, locale, sometimes }} {...card} />}
      </CardFrame>
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
