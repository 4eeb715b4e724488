import type { Field } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../environment/api-context.ts'
import { useDesign } from '../../environment/design-context.ts'
import type { SheetSite } from '../sheets/sheet.ts'

/** The dry run of a change of type on the records that are there; nothing is asked before a type is chosen. */
export function useTypePreview(site: SheetSite, field: string, to: Field['type'] | null) {
  const api = useApi()
  const { app, store } = useDesign()
  return useQuery({
    queryKey: ['designer', app.workspace.key, 'type-change', site, field, to],
    queryFn: async () => {
      if (to === null) throw new Error('no type was chosen')
      // The server has to know the field as it is drawn here.
      await store.settled()
      const { form, lineItems } = site
      return api.previewTypeChange({ form, ...(lineItems === undefined ? {} : { lineItems }), field, to })
    },
    enabled: to !== null,
    gcTime: 0,
    retry: false,
  })
}

export type TypePreview = ReturnType<typeof useTypePreview>
