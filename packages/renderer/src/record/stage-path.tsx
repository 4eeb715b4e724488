import type { Option } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { useLayoutEffect, useRef } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface StagePathProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | null
  readonly disabled: boolean
  /** Whether the stage may follow the one the record stands on. */
  readonly mayGo?: (value: string) => boolean
  readonly onChange: (value: string) => void
}

/** Stages on offer: active ones, and the one the record stands on. */
function offered(options: readonly Option[], value: string | null): readonly Option[] {
  return options.filter((option) => option.inactive !== true || option.key === value)
}

/**
 * Stages that lie behind. Ends are no steps that one passes, and a list of statuses that names no outcome at all
 * (draft, approved, rejected, sent) is no way: standing further right says nothing about what came before.
 */
function passedStages(stages: readonly Option[], now: number): ReadonlySet<string> {
  const isWay = stages.some((option) => option.outcome !== undefined)
  if (!isWay || now < 0 || stages[now]?.outcome === 'lost') return new Set()
  const open = stages.slice(0, now).filter((option) => (option.outcome ?? 'open') === 'open')
  return new Set(open.map((option) => option.key))
}

/** The way of a record through its stages; a click goes there. What lies behind is marked, not only coloured. */
export function StagePath({ label, options, value, disabled, mayGo, onChange }: StagePathProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const stages = offered(options, value)
  const now = stages.findIndex((option) => option.key === value)
  const list = useRef<HTMLOListElement>(null)
  // On a phone the path scrolls: the current stage is what one wants to see.
  useLayoutEffect(() => {
    const stage = list.current?.children[now]
    if (list.current !== null && stage instanceof HTMLElement)
      list.current.scrollLeft = stage.offsetLeft - list.current.offsetLeft - 24
  }, [now])
  const passed = passedStages(stages, now)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where no stage can be pressed, the keyboard scrolls the path itself
    <ol ref={list} className="pw-stages" aria-label={label} tabIndex={disabled ? 0 : undefined}>
      {stages.map((option, at) => {
        const current = at === now
        const done = passed.has(option.key)
        const color = option.color ?? 'gray'
        const barred = !current && mayGo?.(option.key) === false
        return (
          <li
            key={option.key}
            className={current ? 'pw-stage pw-now' : done ? 'pw-stage pw-done' : 'pw-stage'}
          >
            <button
              type="button"
              disabled={disabled || barred}
              title={barred && !disabled ? t('record.stageBarred') : undefined}
              aria-current={current ? 'step' : undefined}
              style={
                current
                  ? { background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }
                  : undefined
              }
              onClick={() => !current && onChange(option.key)}
            >
              {done && <Icon name="check" />}
              {current && (
                <span
                  className="pw-dot"
                  style={{ background: `var(--pw-${color}-solid)` }}
                  aria-hidden="true"
                />
              )}
              {localize(option.label, locale)}
              {done && <span className="pw-hidden-text">{` (${t('record.stageDone')})`}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
