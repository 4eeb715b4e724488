import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { focusField } from './focus-field.ts'
import { keysOn, type PlacedPage } from './form-pages.ts'
import type { PlacedSection } from './form-sections.ts'
import { useFormState, useFormStore } from './store/use-field.ts'

export interface PagedFormProps {
  readonly formId: string
  readonly pages: readonly PlacedPage[]
  /** Page by page, each checked before the next. */
  readonly steps: boolean
  readonly section: (placed: PlacedSection) => ReactNode
  readonly footer: ReactNode
}

/** Left and right go through the tabs, as everywhere. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const now = tabs.indexOf(event.target as HTMLElement)
  if (by === undefined || now < 0) return
  event.preventDefault()
  const next = tabs[(now + by + tabs.length) % tabs.length]
  next?.focus()
  next?.click()
}

/** Hidden fields have no step: a page of which rules hide everything is passed over. */
function useShownPages(pages: readonly PlacedPage[]): readonly PlacedPage[] {
  const { hidden } = useFormState(useFormStore())
  const gone = new Set(hidden.split(' '))
  return pages.filter((page) => keysOn(page).some((key) => !gone.has(key)))
}

/** Which page is open; a wrong field opens its own. */
function useOpenPage(pages: readonly PlacedPage[]) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { wrong } = useFormState(useFormStore())
  const first = wrong[0]
  const seen = useRef(first)
  useEffect(() => {
    if (seen.current === first) return
    seen.current = first
    const page = pages.find((one) => first !== undefined && keysOn(one).includes(first))
    if (page !== undefined) setChosen(page.page.key)
  }, [first, pages])
  const at = Math.max(
    0,
    pages.findIndex(({ page }) => page.key === chosen),
  )
  return { at, open: (position: number) => setChosen(pages[position]?.page.key ?? null) }
}

function PageBar(props: {
  readonly formId: string
  readonly pages: readonly PlacedPage[]
  readonly at: number
  readonly steps: boolean
  readonly onOpen: (position: number) => void
}) {
  const { formId, pages, at, steps, onOpen } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const { wrong } = useFormState(useFormStore())
  return (
    <div
      className={steps ? 'pw-pages pw-steps' : 'pw-pages'}
      role="tablist"
      aria-label={steps ? t('form.steps') : t('form.tabs')}
      onKeyDown={moveByKey}
    >
      {pages.map((placed, position) => {
        const bad = keysOn(placed).some((key) => wrong.includes(key))
        return (
          <button
            key={placed.page.key}
            id={`${formId}-tab-${placed.page.key}`}
            type="button"
            role="tab"
            className={position < at ? 'pw-passed' : undefined}
            aria-selected={position === at}
            aria-controls={`${formId}-page-${placed.page.key}`}
            tabIndex={position === at ? 0 : -1}
            disabled={steps && position > at}
            onClick={() => onOpen(position)}
          >
            {steps && (
              <span className="pw-step-number" aria-hidden="true">
                {position < at ? <Icon name="check" /> : position + 1}
              </span>
            )}
            {localize(placed.page.label, locale)}
            {bad && (
              <>
                <Icon name="warning" />
                <span className="pw-hidden-text">{t('form.pageWrong')}</span>
              </>
            )}
          </button>
        )
      })}
    </div>
  )
}

function StepFooter(props: {
  readonly at: number
  readonly count: number
  readonly onBack: () => void
  readonly onNext: () => void
}) {
  const t = useTexts()
  return (
    <div className="pw-form-foot pw-sticky">
      <span className="pw-quiet">{t('form.stepOf', { at: props.at + 1, count: props.count })}</span>
      <span className="pw-grow" />
      {props.at > 0 && <Button onClick={props.onBack}>{t('form.back')}</Button>}
      <Button type="primary" onClick={props.onNext}>
        {t('form.next')}
      </Button>
    </div>
  )
}

/** The sections of a form on tabs, or as steps with progress. */
export function PagedForm({ formId, pages: all, steps, section, footer }: PagedFormProps) {
  const t = useTexts()
  const store = useFormStore()
  const pages = useShownPages(all)
  const { at, open } = useOpenPage(pages)
  const body = useRef<HTMLDivElement>(null)
  const last = at >= pages.length - 1
  const go = (position: number) => {
    open(position)
    requestAnimationFrame(() =>
      body.current
        ?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden]) :is(input, textarea)')
        ?.focus(),
    )
  }
  const next = () => {
    const now = pages[at]
    if (now === undefined) return
    const wrong = store.checkFields(keysOn(now))
    if (wrong.length > 0) focusField(body.current, wrong[0])
    else go(at + 1)
  }
  return (
    <div
      ref={body}
      className="pw-paged"
      // Enter in a step goes on to the next one; only the last saves.
      onKeyDown={(event) => {
        const input = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
        if (!steps || last || !input || event.key !== 'Enter' || event.isDefaultPrevented()) return
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        event.preventDefault()
        next()
      }}
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
      {steps && !last ? (
        <StepFooter at={at} count={pages.length} onBack={() => open(at - 1)} onNext={next} />
      ) : (
        <>
          {steps && at > 0 && (
            <Button className="pw-step-back" onClick={() => open(at - 1)}>
              {t('form.back')}
            </Button>
          )}
          {footer}
        </>
      )}
    </div>
  )
}
