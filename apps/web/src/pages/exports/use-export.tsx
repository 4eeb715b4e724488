import { ProblemError, type SortKey } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Expression, Form } from '@pipewright/schemas'
import { useSay, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { client, fetchFile } from '../../queries/client.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { saveFile } from '../list/save-file.ts'

export interface Exported {
  readonly columns?: readonly string[]
  readonly sort?: readonly SortKey[]
  readonly filter?: Expression
  readonly search?: string
  readonly ids?: readonly string[]
  readonly except?: readonly string[]
  /** Line items whose lines are the rows. */
  readonly rowsOf?: string
}

/** Hands records over as a file: at once, or where there are very many as soon as it is made. */
export function useExport(form: Form): (format: 'csv' | 'xlsx', exported: Exported) => Promise<void> {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const { message, notification } = useSay()
  const tellStarted = () =>
    notification.info({
      key: 'export',
      title: text('exportStarted'),
      description: text('exportStartedHint'),
      placement: 'bottomRight',
      role: 'status',
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy('export')
            void navigate(workspacePath(app, '/exports'))
          }}
        >
          {text('exportsPage')}
        </Button>
      ),
    })
  return async (format, exported) => {
    const params = { workspace: app.workspace.key, form: form.key }
    const { columns = [], sort = [], filter, search, ids, except, rowsOf } = exported
    const body = {
      format,
      columns: [...columns],
      sort: [...sort],
      ...(filter === undefined ? {} : { filter }),
      ...(search === undefined ? {} : { search }),
      ...(ids === undefined ? {} : { ids: [...ids] }),
      ...(rowsOf === undefined ? {} : { rowsOf }),
      ...(except === undefined ? {} : { except: [...except] }),
    }
    try {
      const begun = await client.call('startExport', { params, body })
      if (begun.export !== null) return tellStarted()
      const file = await fetchFile(`/api/w/${params.workspace}/forms/${form.key}/export`, body)
      saveFile(file, `${localize(form.labelPlural, locale)}.${format}`)
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
    }
  }
}
