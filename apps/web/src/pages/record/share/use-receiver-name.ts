import { departmentPath } from '@pipewright/renderer'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

/** What the member or department is called with whom something is shared. */
export function useReceiverName() {
  const { people, departments } = useWorkspace()
  const text = useText()
  return ({ member, department }: { readonly member: string | null; readonly department: string | null }) =>
    department === null
      ? (people.find(({ id }) => id === member)?.name ?? text('somebody'))
      : departmentPath(departments, department)
}
