import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import type { KeyboardEvent } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { keysOn, type PlacedPage } from './form-pages.ts'
import { useFormState, useFormStore } from './store/use-field.ts'

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

/** The tabs of a form, or its steps with what is passed. */
export function PageBar(props: {
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
      tabIndex={-1}
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
