import type { DefinitionIndex, Locale } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { memo, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { elementsByKey, fieldsByKey } from '../tree/fields-by-key.ts'
import { CanvasElement } from './canvas-element.tsx'
import { CanvasField } from './canvas-field.tsx'
import type { FieldBlock } from './field-blocks.ts'

export interface CanvasBlockProps {
  readonly form: Form
  readonly section: string
  readonly block: FieldBlock
  readonly columns: number
  /** Items of the section, to know the last one. */
  readonly count: number
  readonly index: DefinitionIndex
  readonly locale: Locale
  /** Fields that a rule can make required. */
  readonly sometimes: ReadonlySet<string>
  /** Drawn even while it is out of sight: forms that are not large are there as a whole. */
  readonly always: boolean
}

/** How far above and below the screen cards are drawn. */
const margin = '600px 0px'

/** Height of a row until it was drawn once. */
const rowHeight = 76

/** What has the focus or is carried stays drawn wherever the canvas is scrolled to. */
const isInHand = (block: Element): boolean =>
  block.contains(document.activeElement) || block.querySelector('[data-dragging]') !== null

/** Whether the block is on the screen or near to it, and the height it had when it last was. */
function useNearness(always: boolean) {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const height = useRef<number | null>(null)
  useLayoutEffect(() => {
    const block = ref.current
    if (block === null || always) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        if (!entry.isIntersecting && isInHand(block)) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
          height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: block.closest('[data-canvas]'), rootMargin: margin },
    )
    watch.observe(block)
    return () => watch.disconnect()
  }, [always])
  return { ref, drawn: always || near, height }
}

/** Some rows of a section: cards while they are near the screen, else an empty place of the same height. */
export const CanvasBlock = memo(function CanvasBlock(props: CanvasBlockProps) {
  const { form, section, block, columns, count, index, locale, sometimes, always } = props
  const { ref, drawn, height } = useNearness(always)
  const style: CSSProperties | undefined = drawn
    ? undefined
    : { height: height.current ?? block.rows * rowHeight }
  const holds = always ? undefined : block.fields.map(({ field }) => field).join(' ')
  return (
    <div ref={ref} className="pwd-section-grid" data-columns={columns} data-holds={holds} style={style}>
      {drawn &&
        block.fields.map(({ field: key, position, span }) => {
          const place = { section, position, isLast: position === count - 1, span, columns }
          const element = elementsByKey(form).get(key)
          if (element !== undefined)
            return <CanvasElement key={key} {...{ form, element, locale }} {...place} />
          const field = fieldsByKey(form).get(key)
          if (field === undefined) return null
          return (
            <CanvasField key={key} {...{ field, index, locale }} {...place} sometimes={sometimes.has(key)} />
          )
        })}
    </div>
  )
})
