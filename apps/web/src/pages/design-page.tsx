import { Designer, designerNamespace, designerTexts, type DesignerApi } from '@pipewright/designer'
import { PageSkeleton, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { firstTableIn } from '../gallery/first-table.ts'
import { finishStep } from '../first-steps/kept-steps.ts'
import { importTable } from './import/import-table.ts'
import { appKey, useAppQuery, useWorkspaceEvents } from '../queries/app.ts'
import { client } from '../queries/client.ts'
import { refreshRecords } from '../queries/records.ts'
import { rendererData } from '../queries/renderer-data.ts'
import { onWorkspaceEvent } from '../queries/workspace-events.ts'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useText } from '../texts/use-text.ts'
import { NotFoundPage } from './not-found-page.tsx'

i18next.addResourceBundle('en', designerNamespace, designerTexts.en)
i18next.addResourceBundle('zh', designerNamespace, designerTexts.zh)

const formOf = (file: File): FormData => {
  const body = new FormData()
  body.append('file', file)
  return body
}

function designerApi(workspace: string): DesignerApi {
  const params = { workspace }
  return {
    getDraft: () => client.call('getDraft', { params }),
    edit: (version, edits) => client.call('editDraft', { params, body: { version, edits: [...edits] } }),
    undo: (version) => client.call('undoDraft', { params, body: { version } }),
    redo: (version) => client.call('redoDraft', { params, body: { version } }),
    discard: (version) => client.call('discardDraft', { params, body: { version } }),
    rebase: (version) => client.call('rebaseDraft', { params, body: { version } }),
    meet: (body) => client.call('meetBuilders', { params, body }),
    onBuilders: (listener) => onWorkspaceEvent(workspace, 'builders', listener),
    impact: () => client.call('getImpact', { params }),
    previewTypeChange: (body) => client.call('previewTypeChange', { params, body }),
    publish: (version, token) =>
      client.call('publishDraft', { params, body: { version, ...(token !== undefined && { token }) } }),
    typeChange: () => client.call('getTypeChange', { params }),
    cancelTypeChange: () => client.call('cancelTypeChange', { params }),
    revisions: () => client.call('listRevisions', { params }),
    publicLinks: () => client.call('listPublicLinks', { params }),
    putPublicLink: (form, page) => client.call('putPublicLink', { params: { ...params, form, page } }),
    changePublicLink: (form, page, body) =>
      client.call('changePublicLink', { params: { ...params, form, page }, body }),
    readTable: (file) => client.call('readTable', { params, form: formOf(file) }),
    importTable: (form, file, fields) => importTable(workspace, form, file, fields),
    uploadPicture: (file) => client.call('uploadPicture', { params, form: formOf(file) }),
    restore: (version, revision) => client.call('restoreRevision', { params, body: { version, revision } }),
  }
}

/** The designer over the whole window; it is the only page that downloads its code. */
export function DesignPage() {
  const { workspace = '', form } = useParams()
  const [search] = useSearchParams()
  const setting = search.get('setting') === 'currency' ? 'currency' : undefined
  const back = setting === undefined ? (form === undefined ? '' : `/f/${form}`) : '/settings'
  const firstTable = firstTableIn(useLocation().state)
  const locale = useUiLocale()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const app = useAppQuery(workspace)
  useWorkspaceEvents(workspace)
  const api = useMemo(() => designerApi(workspace), [workspace])
  const records = useMemo(() => rendererData(workspace), [workspace])
  usePageTitle(text('designApp'))
  const published = () => {
    finishStep(workspace, 'field')
    void queries.invalidateQueries({ queryKey: appKey(workspace) })
    void refreshRecords(queries)
  }
  if (app.isPending) return <PageSkeleton />
  if (app.data?.may.build !== true) return <NotFoundPage />
  return (
    <Designer
      app={app.data}
      api={api}
      records={records}
      locale={locale}
      form={form ?? null}
      role={search.get('role')}
      firstTable={firstTable}
      onForm={(key) => void navigate(`/w/${workspace}/design/${key}`, { replace: true })}
      setting={setting}
      onClose={() => void navigate(`/w/${workspace}${back}`)}
      onPublished={published}
    />
  )
}
