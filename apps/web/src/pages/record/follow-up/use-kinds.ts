import { useRenderer } from '@pipewright/renderer'
import type { Option } from '@pipewright/schemas'
import type { NotedIn } from './use-follow-up-log.ts'

/** What can be chosen as the kind, and what it is at first. */
export function useKinds(noted: NotedIn | undefined): {
  readonly options: readonly Option[]
  readonly first: string | null
} {
  const { index } = useRenderer()
  const field = noted?.form.fields.find(({ key }) => key === noted.log.kind)
  if (field?.type !== 'choice') return { options: [], first: null }
  return {
    options: index.options(field).filter((option) => option.inactive !== true),
    first: typeof field.default === 'string' ? field.default : null,
  }
}
