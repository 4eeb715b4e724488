import { Button } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { focusField } from './focus-field.ts'
import { keysOn, type PlacedPage } from './form-pages.ts'
import type { PlacedSection } from './form-sections.ts'
import { PageBar } from './page-bar.tsx'
import { useFormStore } from './store/use-field.ts'
import { useOpenPage, useShownPages } from './use-open-page.ts'

export interface PagedFormProps {
  readonly formId: string
  readonly pages: readonly PlacedPage[]
  /** Page by page, each checked before the next. */
  readonly steps: boolean
  readonly section: (placed: PlacedSection) => ReactNode
  /** The buttons of the form, behind what is given. */
  readonly footer: (lead?: ReactNode) => ReactNode
  readonly onCancel?: (() => void) | undefined
}

function StepFooter(props: {
  readonly at: number
  readonly count: number
  readonly footer: (lead?: ReactNode) => ReactNode
  readonly onCancel: (() => void) | undefined
  readonly onOpen: (position: number) => void
  readonly onNext: () => void
}) {
  const t = useTexts()
  const { at, count, footer, onCancel, onOpen, onNext } = props
  const place = <span className="pw-quiet">{t('form.stepOf', { at: at + 1, count })}</span>
  const back = at > 0 && <Button onClick={() => onOpen(at - 1)}>{t('form.back')}</Button>
  if (at >= count - 1)
    return footer(
      <>
        {place}
        <span className="pw-grow" />
        {back}
      </>,
    )
  return (
    <div className="pw-form-foot pw-sticky">
      {place}
      <span className="pw-grow" />
      {onCancel !== undefined && <Button onClick={onCancel}>{t('form.cancel')}</Button>}
      {back}
      <Button type="primary" onClick={onNext}>
        {t('form.next')}
      </Button>
    </div>
  )
}

/** Goes from step to step: on only when the fields of this one are right. */
function useStepping(pages: readonly PlacedPage[], body: RefObject<HTMLElement | null>) {
  const store = useFormStore()
  const { at, open } = useOpenPage(pages)
  const next = () => {
    const now = pages[at]
    if (now === undefined) return
    const wrong = store.checkFields(keysOn(now))
    if (wrong.length > 0) return focusField(body.current, wrong[0])
    open(at + 1)
    requestAnimationFrame(() =>
      body.current
        ?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden]) :is(input, textarea)')
        ?.focus(),
    )
  }
  return { at, open, next, last: at >= pages.length - 1 }
}

const composing = 229

/** Enter in a step goes on to the next one; only the last saves. */
function onEnter(event: KeyboardEvent, run: () => void): void {
  const input = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
  if (!input || event.key !== 'Enter' || event.isDefaultPrevented()) return
  if (event.nativeEvent.isComposing || event.keyCode === composing) return
  event.preventDefault()
  run()
}

/** The sections of a form on tabs, or as steps with progress. */
export function PagedForm({ formId, pages: all, steps, section, footer, onCancel }: PagedFormProps) {
  const pages = useShownPages(all)
  const body = useRef<HTMLDivElement>(null)
  const { at, open, next, last } = useStepping(pages, body)
  const stepping = steps && !last
  return (
    <div
      ref={body}
      role="presentation"
      className="pw-paged"
      onKeyDown={(event) => stepping && onEnter(event, next)}
    >
      <PageBar formId={formId} pages={pages} at={at} steps={steps} onOpen={open} />
      {pages.map(({ page, sections }, position) => (
        <div
          key={page.key}
          id={`${formId}-page-${page.key}`}
          role="tabpanel"
          aria-labelledby={`${formId}-tab-${page.key}`}
          className="pw-page"
          hidden={position !== at}
        >
          {sections.map(section)}
        </div>
      ))}
      {steps ? (
        <StepFooter {...{ at, footer, onCancel }} count={pages.length} onOpen={open} onNext={next} />
      ) : (
        footer()
      )}
    </div>
  )
}
