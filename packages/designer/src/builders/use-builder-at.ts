import { useDesign } from '../environment/design-context.ts'
import { useWatched } from '../environment/watched-value.ts'

/** Name of another builder who has this field of the open form in hand. */
export function useBuilderAt(field: string): string | undefined {
  const { app, builders, form } = useDesign()
  const member = useWatched(
    builders,
    (others) => others.find((one) => one.form === form && one.field === field)?.member,
  )
  return member === undefined ? undefined : app.people.find(({ id }) => id === member)?.name
}
