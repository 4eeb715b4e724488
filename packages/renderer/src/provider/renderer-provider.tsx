import type { RecordAnswer, Values } from '@pipewright/contract'
import { indexDefinition } from '@pipewright/metadata'
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import type { RendererEnvironment } from '../environment/renderer-environment.ts'
import type { Origin } from '../form/start/origin.ts'
import { createTitleBook, loadTitles } from '../environment/title-book.ts'
import { setWeekStart } from '../controls/week-start.ts'
import { AskForRecordContext, RendererContext } from '../environment/use-renderer.ts'

// The form and its controls are loaded when somebody first enters something.
const QuickCreate = lazy(async () => ({ default: (await import('../form/quick-create.tsx')).QuickCreate }))

export interface RendererProviderProps {
  readonly environment: RendererEnvironment
  readonly children: ReactNode
}

interface Asking {
  readonly form: string
  readonly values: Values
  readonly origin: Origin | undefined
  readonly answer: (record: RecordAnswer | null) => void
}

/** Stands above every component of this package. Keep the `environment` object as long as nothing in it changes. */
export function RendererProvider({ environment, children }: RendererProviderProps) {
  const titles = useMemo(
    () => createTitleBook(environment.people, environment.departments, loadTitles(environment.data)),
    [environment.people, environment.departments, environment.data],
  )
  const renderer = useMemo(
    () => ({ ...environment, titles, index: indexDefinition(environment.definition) }),
    [environment, titles],
  )
  const weekStart = environment.calendar?.weekStart
  useLayoutEffect(() => {
    if (weekStart === undefined) return
    setWeekStart(weekStart)
    // Controls bring this with them; calendars of other pages find it there.
    void import('../controls/begin-weeks-on.ts')
  }, [weekStart])
  const [asking, setAsking] = useState<Asking | null>(null)
  const ask = useCallback(
    (form: string, values: Values, origin?: Origin) =>
      new Promise<RecordAnswer | null>((answer) => {
        setAsking({ form, values, origin, answer })
      }),
    [],
  )
  const close = (record: RecordAnswer | null) => {
    asking?.answer(record)
    setAsking(null)
  }
  return (
    <RendererContext value={renderer}>
      <AskForRecordContext value={ask}>
        {children}
        {asking !== null && (
          <Suspense fallback={null}>
            <QuickCreate
              form={asking.form}
              open
              values={asking.values}
              origin={asking.origin}
              onCreated={close}
              onCancel={() => close(null)}
            />
          </Suspense>
        )}
      </AskForRecordContext>
    </RendererContext>
  )
}
