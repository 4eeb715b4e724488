import type { DefinitionIndex } from '@pipewright/metadata'
import type { Field, Form, Section } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useMemo } from 'react'
import { useDragging } from '../dnd/drag-context.ts'
import { useDragSource } from '../dnd/use-drag-source.ts'
import { useDesign } from '../environment/design-context.ts'
import { selectedFields } from '../environment/selection.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsByKey } from '../tree/fields-by-key.ts'
import { CanvasField } from './canvas-field.tsx'
import { SectionMenu } from './section-menu.tsx'
import { isWide } from './sketches/index.tsx'

export interface CanvasSectionProps {
  readonly form: Form
  readonly section: Section
  readonly index: DefinitionIndex
  /** Fields that a rule can make required. */
  readonly sometimes: ReadonlySet<string>
  /** A section that is dragged would land before or behind this one. */
  readonly dropSide: 'before' | 'after' | undefined
}

function spanOf(field: Field, width: number | undefined, columns: number): number {
  if (field.type === 'lineItems' || (width === undefined && isWide(field))) return columns
  return Math.min(width ?? 1, columns)
}

function SectionHead({ form, section }: Pick<CanvasSectionProps, 'form' | 'section'>) {
  const t = useTexts()
  const read = useLocalized()
  const { selection, select } = useDesign()
  const label = read(section.label, t('canvas.untitled'))
  const { ref, pointer, handle } = useDragSource({ kind: 'section', section: section.key })
  const selected = selection.kind === 'section' && selection.section === section.key
  return (
    <div ref={ref} className="pwd-section-head" data-selected={selected ? '' : undefined}>
      <button
        type="button"
        className="pwd-section-name"
        data-empty={section.label === undefined ? '' : undefined}
        aria-pressed={selected}
        onClick={() => select({ kind: 'section', section: section.key })}
        {...pointer}
      >
        {label}
      </button>
      <span className="pwd-quiet">{t('canvas.columns', { count: section.columns })}</span>
      <span className="pwd-section-tools">
        <button
          type="button"
          className="pwd-tool"
          data-grab=""
          aria-label={t('dnd.grab', { name: label })}
          {...handle}
        >
          <Icon name="drag" />
        </button>
        <SectionMenu form={form} section={section} label={label} />
      </span>
    </div>
  )
}

/** A section with its fields, and the line where something would be dropped. */
export function CanvasSection({ form, section, index, sometimes, dropSide }: CanvasSectionProps) {
  const t = useTexts()
  const { selection, locale } = useDesign()
  const chosen = useMemo(() => new Set(selectedFields(selection)), [selection])
  const drop = useDragging()?.drop
  const at = drop?.kind === 'field' && drop.section === section.key ? drop.index : -1
  const count = section.items.length
  const sideOf = (position: number) => {
    if (at === position) return 'before' as const
    return at === count && position === count - 1 ? ('after' as const) : undefined
  }
  return (
    <section
      className="pwd-section"
      data-section={section.key}
      data-over={at >= 0 ? '' : undefined}
      data-drop={dropSide}
    >
      <SectionHead form={form} section={section} />
      <div className="pwd-section-grid" data-columns={section.columns}>
        {section.items.map((item, position) => {
          const field = fieldsByKey(form).get(item.field)
          if (field === undefined) return null
          return (
            <CanvasField
              key={item.field}
              field={field}
              index={index}
              locale={locale}
              span={spanOf(field, item.width, section.columns)}
              columns={section.columns}
              drop={sideOf(position)}
              selected={chosen.has(field.key)}
              sometimes={sometimes.has(field.key)}
            />
          )
        })}
        {count === 0 && <p className="pwd-section-empty">{t('canvas.emptySection')}</p>}
      </div>
    </section>
  )
}
