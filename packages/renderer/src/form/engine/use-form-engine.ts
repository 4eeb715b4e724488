import type { FormRights } from '@pipewright/contract'
import { useNarrow } from '@pipewright/ui'
import { useMemo } from 'react'
import { dayOf } from '../../formats/date-format.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { createFormEngine } from './create-form-engine.ts'
import type { FormEngine } from './form-engine.ts'
import { useCalculatedValues } from './use-calculated-values.ts'
import { useRelatedValues } from './use-related-values.ts'

/** The engine of a form for the reader; null when there is no such form. */
export function useFormEngine(form: string, rights: FormRights, record?: string): FormEngine | null {
  const { index, locale, zone, me, department, roles, device, now } = useRenderer()
  const narrow = useNarrow()
  const on = device ?? (narrow ? 'phone' : 'desktop')
  const related = useRelatedValues()
  const calculated = useCalculatedValues(index.form(form), record)
  return useMemo(() => {
    const found = index.form(form)
    if (found === undefined) return null
    const instant = now()
    const context = {
      now: instant,
      today: dayOf(instant, zone),
      zone,
      me,
      clock: () => performance.now(),
      ...(department === null ? {} : { department }),
    }
    return createFormEngine({
      index,
      form: found,
      rights,
      locale,
      context,
      writer: { roles: roles ?? [], device: on },
      related,
      calculated,
    })
  }, [index, form, rights, locale, zone, me, department, roles, on, now, related, calculated])
}
