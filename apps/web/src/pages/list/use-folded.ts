import type { FormViews } from '@pipewright/contract'
import { useMemo } from 'react'
import { client } from '../../queries/client.ts'
import { useFormViews, useViewCache } from '../../queries/views.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

interface Board {
  readonly form: string
  readonly view: string
  /** The field of the lanes that are folded; without one, columns are. */
  readonly lanes?: string
}

const withFold =
  (part: string, value: string, folded: boolean) =>
  (views: FormViews): FormViews => {
    const others = (views.folded[part] ?? []).filter((one) => one !== value)
    return { ...views, folded: { ...views.folded, [part]: folded ? [...others, value] : others } }
  }

/** Columns of a board, or its lanes, that this member folded: kept by the server, so that every device shows the same. */
export function useFolded({
  form,
  view,
  lanes,
}: Board): [ReadonlySet<string>, (value: string, folded: boolean) => void] {
  const workspace = useWorkspace().workspace.key
  const known = useFormViews(workspace, form, true).data?.folded
  const { change } = useViewCache(workspace)
  const part = lanes === undefined ? view : `${view}.lanes.${lanes}`
  const folded = useMemo(() => new Set(known?.[part]), [known, part])
  const fold = (value: string, next: boolean) => {
    change(form, withFold(part, value, next))
    const body = { value, folded: next, ...(lanes === undefined ? {} : { lanes }) }
    // What is not kept, without a network for example, costs the convenience, never the work.
    client
      .call('foldInView', { params: { workspace, form, view }, body, keepalive: true })
      .catch(() => undefined)
  }
  return [folded, fold]
}
