import type { ImportPreset } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Matches that were kept for a form. */
export function usePresets(form: Form) {
  const params = { workspace: useWorkspace().workspace.key, form: form.key }
  const queries = useQueryClient()
  const key = ['importPresets', params.workspace, params.form]
  const query = useQuery({
    queryKey: key,
    queryFn: () => client.call('listImportPresets', { params }),
  })
  return {
    query,
    params,
    presets: query.data?.presets ?? [],
    put: (answer: { presets: ImportPreset[] }) => queries.setQueryData(key, answer),
    ask: () => queries.invalidateQueries({ queryKey: key }),
  }
}
