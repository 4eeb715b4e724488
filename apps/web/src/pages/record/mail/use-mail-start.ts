import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import type { Known } from './addresses.tsx'

/** Addresses of the record itself, as far as its page shows them. */
const ownAddresses = (form: Form, { id, title, values }: RecordAnswer): Known[] =>
  form.fields.flatMap(({ type, key: field }) => {
    const address = type === 'email' ? values[field] : undefined
    if (typeof address !== 'string' || address === '') return []
    return [{ address, form: form.key, field, record: id, title }]
  })

/**
 * Where a mail from a record begins: whom it may be written to, and how it goes out. Without a way to the server, and where it was
 * never asked before, it begins with the addresses of the record itself.
 */
export function useMailStart(form: Form | undefined, record: RecordAnswer | undefined) {
  const { workspace } = useWorkspace()
  const [key, id] = [form?.key ?? '', record?.id ?? '']
  const start = useQuery({
    queryKey: ['mail-start', workspace.key, key, id],
    queryFn: () => client.call('getMailStart', { params: { workspace: workspace.key, form: key, id } }),
    enabled: form !== undefined && record !== undefined,
    staleTime: 0,
    retry: false,
  })
  const isAway = start.isError && !(start.error instanceof ProblemError)
  const own = isAway && form !== undefined && record !== undefined ? ownAddresses(form, record) : []
  const known: readonly Known[] = start.data?.known ?? own
  return { start, known, isAway }
}
