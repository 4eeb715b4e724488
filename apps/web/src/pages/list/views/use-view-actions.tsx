import { ProblemError, type FormViews, type SavedView, type ViewSettings } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { client } from '../../../queries/client.ts'
import { useViewCache } from '../../../queries/views.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

export interface ViewActions {
  /** Saves other settings of a view; false when it was refused, which is then said. */
  readonly update: (view: SavedView, settings: ViewSettings) => Promise<boolean>
  /** Deletes a view and offers to undo it. */
  readonly remove: (view: SavedView) => Promise<void>
  readonly order: (keys: readonly string[]) => Promise<void>
  readonly openWith: (key: string | null) => Promise<void>
}

/** What members do with the views of a form. */
export function useViewActions(form: string): ViewActions {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const { message } = useSay()
  const cache = useViewCache(workspace)
  const params = { workspace, form }

  async function run(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call()
      return true
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
      return false
    } finally {
      await cache.refresh(form)
    }
  }
  const arrange = (shown: Partial<FormViews>, body: { order?: string[]; opens?: string | null }) => {
    cache.change(form, (views) => ({ ...views, ...shown }))
    return run(() => client.call('arrangeViews', { params, body })).then(() => undefined)
  }
  const restore = async ({ id, name }: SavedView) => {
    const isBack = await run(() => client.call('restoreView', { params: { workspace, id } }))
    if (isBack) message.success(text('viewRestored', { name }))
  }
  return {
    update: ({ id, version }, settings) =>
      run(() => client.call('updateView', { params: { workspace, id }, body: { version, settings } })),
    async remove(view) {
      const { id, name } = view
      if (!(await run(() => client.call('deleteView', { params: { workspace, id } })))) return
      message.success({
        duration: 8,
        content: (
          <>
            {text('viewDeleted', { name })}{' '}
            <Button type="link" size="small" onClick={() => void restore(view)}>
              {text('undo')}
            </Button>
          </>
        ),
      })
    },
    order: (keys) => arrange({ order: [...keys] }, { order: [...keys] }),
    openWith: (key) => {
      const before = (views: FormViews) => ({ ...views, opens: { ...views.opens, own: key } })
      cache.change(form, before)
      return arrange({}, { opens: key })
    },
  }
}
