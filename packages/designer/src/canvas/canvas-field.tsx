import { fieldTypes, localize, type DefinitionIndex } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo, type KeyboardEvent } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useDragSource } from '../dnd/use-drag-source.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FieldMenu } from './field-menu.tsx'
import { FieldSketch } from './sketches/index.tsx'
import { neighbourCard } from './neighbour-card.ts'
import { useFieldActions } from './use-field-actions.ts'

export interface CanvasFieldProps {
  readonly form: Form
  readonly field: Field
  readonly index: DefinitionIndex
  readonly span: number
  readonly columns: number
  /** What is dragged would land before or behind it. */
  readonly drop: 'before' | 'after' | undefined
  readonly selected: boolean
  /** A rule can make it required. */
  readonly sometimes: boolean
}

/** Keys on a selected field: Alt with arrows moves it, arrows walk, Delete takes it away. */
function useCardKeys(form: Form, field: string) {
  const { moveBy, remove } = useFieldActions(form, field)
  return (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (by !== undefined && event.altKey) moveBy(by)
    else if (by !== undefined) neighbourCard(event.currentTarget, by)?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') remove()
    else return
    event.preventDefault()
  }
}

function CardLabel({ field, sometimes }: Pick<CanvasFieldProps, 'field' | 'sometimes'>) {
  const t = useTexts()
  const { locale } = useDesign()
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

/** A field as it will look, to select, drag and move. */
export const CanvasField = memo(function CanvasField(props: CanvasFieldProps) {
  const { form, field, index, span, columns, drop, selected, sometimes } = props
  const t = useTexts()
  const { locale, select } = useDesign()
  const { ref, pointer, handle, dragging } = useDragSource({ kind: 'field', field: field.key })
  const onKeyDown = useCardKeys(form, field.key)
  const label = localize(field.label, locale) || t('canvas.unnamed')
  const help = localize(field.help, locale)
  return (
    <div
      ref={ref}
      className="pwd-field"
      data-item={field.key}
      data-selected={selected ? '' : undefined}
      data-dragging={dragging ? '' : undefined}
      data-drop={drop}
      data-line={span === columns ? 'row' : 'column'}
      style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
    >
      <div className="pwd-field-look" inert>
        <CardLabel field={field} sometimes={sometimes} />
        <FieldSketch field={field} index={index} locale={locale} />
        {help !== '' && <span className="pwd-field-help">{help}</span>}
      </div>
      <button
        type="button"
        className="pwd-field-hit"
        data-card={field.key}
        aria-pressed={selected}
        aria-label={t('canvas.fieldName', { label, type: localize(fieldTypes[field.type].label, locale) })}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onClick={() => select({ kind: 'field', field: field.key })}
        onKeyDown={onKeyDown}
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
        <FieldMenu form={form} field={field.key} label={label} />
      </div>
    </div>
  )
})
