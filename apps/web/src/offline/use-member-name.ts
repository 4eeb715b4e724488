import { useRenderer } from '@pipewright/renderer'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'

/** How a member is called, as far as that is known without the server. */
export function useMemberName(): (id: string) => string {
  const { people } = useWorkspace()
  const { titles } = useRenderer()
  const text = useText()
  return (id) => people.find((person) => person.id === id)?.name ?? titles.find(id) ?? text('somebody')
}
