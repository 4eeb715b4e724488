import type { FormRights } from '@pipewright/contract'
import { useNarrow } from '@pipewright/ui'
import { useMemo } from 'react'
import { useReaderContext } from '../../environment/reader-context.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { createFormEngine } from './create-form-engine.ts'
import type { FormEngine } from './form-engine.ts'
import { useCalculatedValues } from './use-calculated-values.ts'
import { useRelatedValues } from './use-related-values.ts'

/** The engine of a form for the reader; null when there is no such form. */
export function useFormEngine(form: string, rights: FormRights, record?: string): FormEngine | null {
  const { index, locale, roles, device } = useRenderer()
  const context = useReaderContext()
  const narrow = useNarrow()
  const on = device ?? (narrow ? 'phone' : 'desktop')
  const related = useRelatedValues()
  const calculated = useCalculatedValues(index.form(form), record)
  return useMemo(() => {
    const found = index.form(form)
    if (found === undefined) return null
    return createFormEngine({
      index,
      form: found,
      rights,
      locale,
      context: context(),
      writer: { roles: roles ?? [], device: on },
      related,
      calculated,
    })
  }, [index, form, rights, locale, context, roles, on, related, calculated])
}
