import type { EvaluationContext } from '@pipewright/logic'
import { useCallback } from 'react'
import { dayOf } from '../formats/date-format.ts'
import type { RendererEnvironment } from './renderer-environment.ts'
import { useRenderer } from './use-renderer.ts'

type Reader = Pick<
  RendererEnvironment,
  'now' | 'zone' | 'calendar' | 'me' | 'department' | 'departments' | 'people' | 'roles'
>

/** The own department and all below it. */
function departmentsBelow({ department, departments }: Reader): string[] {
  const found = department === null ? [] : [department]
  for (const parent of found)
    for (const { id, parent: above } of departments)
      if (above === parent && !found.includes(id)) found.push(id)
  return found
}

function readerContext(reader: Reader): EvaluationContext {
  const { now, zone, calendar, me, department, people, roles = [] } = reader
  const instant = now()
  const departments = departmentsBelow(reader)
  const inTeam = new Set(departments)
  return {
    now: instant,
    today: dayOf(instant, zone),
    zone,
    me,
    clock: () => performance.now(),
    ...(calendar && { calendar }),
    ...(department === null ? {} : { department }),
    departments,
    roles,
    team: people.filter((each) => each.active && inTeam.has(each.department ?? '')).map(({ id }) => id),
  }
}

/** Who reads, where and when: what conditions are answered with in the browser, as the server answers them. */
export function useReaderContext(): () => EvaluationContext {
  const { now, zone, calendar, me, department, departments, people, roles } = useRenderer()
  return useCallback(
    () =>
      readerContext({
        now,
        zone,
        me,
        department,
        departments,
        people,
        ...(calendar && { calendar }),
        ...(roles && { roles }),
      }),
    [now, zone, calendar, me, department, departments, people, roles],
  )
}
