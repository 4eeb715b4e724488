import type { MapQuery } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { client } from './client.ts'

/** Where records lie; what was drawn stays while other parts of the map come. */
export function useMapRecords(workspace: string, form: string, body: MapQuery | null) {
  return useQuery({
    enabled: body !== null,
    queryKey: ['records', workspace, form, 'map', body],
    queryFn: () => client.call('mapRecords', { params: { workspace, form }, body: body as MapQuery }),
    placeholderData: (before) => before,
  })
}
