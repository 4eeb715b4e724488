import { SectionListSample } from '@pipewright/renderer'
import { isFieldItem, itemKey, type DefinitionIndex } from '@pipewright/metadata'
import type { Field, Form, Section } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo, useMemo } from 'react'
import { useIsDropSection, useSectionDropSide } from '../dnd/drag-context.ts'
import { useDragSource } from '../dnd/use-drag-source.ts'
import { useDesign } from '../environment/design-context.ts'
import { useWatched } from '../environment/watched-value.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsByKey } from '../tree/fields-by-key.ts'
import { CanvasBlock } from './canvas-block.tsx'
import { fieldBlocks } from './field-blocks.ts'
import { GrabButton } from './grab-button.tsx'
import { SectionMenu } from './section-menu.tsx'
import { isWide } from './sketches/index.tsx'

export interface CanvasSectionProps {
  readonly form: Form
  readonly section: Section
  readonly index: DefinitionIndex
  /** Fields that a rule can make required. */
  readonly sometimes: ReadonlySet<string>
  readonly position: number
  readonly isLast: boolean
}

function spanOf(field: Field, width: number | undefined, columns: number): number {
  if (field.type === 'lineItems' || (width === undefined && isWide(field))) return columns
  return Math.min(width ?? 1, columns)
}

/** Up to so many fields all of a form is drawn; beyond, only what is near the screen. */
const drawnWhole = 120

const rowsOfBlock = 6

function blocksOf(form: Form, section: Section) {
  const fields = fieldsByKey(form)
  const placed = section.items.flatMap((item, position) => {
    if (!isFieldItem(item)) {
      const span = Math.min(item.width ?? section.columns, section.columns)
      return [{ field: itemKey(item), position, span }]
    }
    const field = fields.get(item.field)
    if (field === undefined) return []
    return [{ field: item.field, position, span: spanOf(field, item.width, section.columns) }]
  })
  return fieldBlocks(placed, section.columns, rowsOfBlock)
}

function SectionHead({ form, section }: Pick<CanvasSectionProps, 'form' | 'section'>) {
  const t = useTexts()
  const read = useLocalized()
  const { selected: selection, select } = useDesign()
  const label = read(section.label, t('canvas.untitled'))
  const { ref, pointer, handle } = useDragSource({ kind: 'section', section: section.key })
  const selected = useWatched(selection, (now) => now.kind === 'section' && now.section === section.key)
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
        <GrabButton name={label} handle={handle} />
        <SectionMenu form={form} section={section} label={label} />
      </span>
    </div>
  )
}

/** A section with its fields, and the line where something would be dropped. */
export const CanvasSection = memo(function CanvasSection(props: CanvasSectionProps) {
  const { form, section, index, sometimes, position, isLast } = props
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  const isOver = useIsDropSection(section.key)
  const dropSide = useSectionDropSide(position, isLast)
  const count = section.items.length
  const blocks = useMemo(() => blocksOf(form, section), [form, section])
  return (
    <section
      className="pwd-section"
      data-section={section.key}
      data-over={isOver ? '' : undefined}
      data-drop={dropSide}
    >
      <SectionHead form={form} section={section} />
      <div className="pwd-section-body">
        {blocks.map((block, number) => (
          <CanvasBlock
            // By its number: a field that is put before it moves what it holds, not the block.
            key={number}
            {...{ form, block, count, index, locale, sometimes }}
            section={section.key}
            columns={section.columns}
            always={form.fields.length <= drawnWhole}
          />
        ))}
        {section.list !== undefined && (
          <figure className="pwd-section-list">
            <figcaption className="pwd-quiet">
              <Icon name="ordered-list" /> {read(index.form(section.list.form)?.labelPlural)}
            </figcaption>
            <SectionListSample list={section.list} />
          </figure>
        )}
        {count === 0 && section.list === undefined && (
          <p className="pwd-section-empty">{t('canvas.emptySection')}</p>
        )}
      </div>
    </section>
  )
})
