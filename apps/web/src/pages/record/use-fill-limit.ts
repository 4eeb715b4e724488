import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Why no further record of a form may be made, in words; undefined while one may. */
export function useFillLimit({ key: form, fillLimit }: Form): string | undefined {
  const workspace = useWorkspace().workspace.key
  const { data } = useQuery({
    queryKey: ['records', workspace, form, 'fillLimit'],
    queryFn: () => client.call('getFillLimit', { params: { workspace, form } }),
    enabled: fillLimit !== undefined,
  })
  return data?.reached ?? undefined
}
