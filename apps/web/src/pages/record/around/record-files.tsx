import { DownloadOutlined, PaperClipOutlined } from '@ant-design/icons'
import type { RecordFile } from '@pipewright/contract'
import { layoutsOf, localize } from '@pipewright/metadata'
import { Moment, previewKindOf, usePreview, useRenderer, VersionMark } from '@pipewright/renderer'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { client } from '../../../queries/client.ts'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import './around.css'

interface RecordFilesProps {
  readonly form: string
  readonly record: string
  /** Also what is attached to the records in its related lists. */
  readonly related: boolean
}

function useFilesAround({ form, record, related }: RecordFilesProps) {
  const { workspace: site, definition } = useWorkspace()
  const workspace = site.key
  const own = definition.forms.find(({ key }) => key === form)
  // What happens to records of these forms may bring files.
  const around = related && own !== undefined ? layoutsOf(own).flatMap((layout) => layout.related ?? []) : []
  return useInfiniteQuery({
    queryKey: ['records', workspace, form, 'files', record, around.map((list) => list.form)],
    queryFn: ({ pageParam }) =>
      client.call('listRecordFiles', {
        params: { workspace, form, id: record },
        query: {
          ...(related ? { related: 'true' as const } : {}),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

interface FileLineProps {
  readonly file: RecordFile
  readonly isOwn: boolean
  readonly onShow: () => void
}

/** A file with its picture, who brought it and when, and the record it belongs to where that is another one. */
function FileLine({ file, isOwn, onShow }: FileLineProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { data } = useRenderer()
  const who = app.people.find(({ id }) => id === file.uploadedBy)?.name ?? text('somebody')
  const form = app.definition.forms.find(({ key }) => key === file.form)
  const url = data.fileUrl(file.id)
  return (
    <li>
      {previewKindOf(file.type) === 'image' ? (
        <img src={url} alt="" loading="lazy" />
      ) : (
        <span className="around-file-mark" aria-hidden="true">
          <PaperClipOutlined />
        </span>
      )}
      <div>
        <button type="button" className="pw-file-name" onClick={onShow}>
          {file.name}
        </button>{' '}
        <VersionMark file={file} />
        <div className="pw-quiet">
          {who} · <Moment at={file.uploadedAt} />
          {!isOwn && (
            <>
              {' · '}
              {localize(form?.label, locale)}{' '}
              <Link className="pw-link" to={workspacePath(app, `/f/${file.form}/${file.record}`)}>
                {file.recordTitle}
              </Link>
            </>
          )}
        </div>
      </div>
      <Button
        type="text"
        size="small"
        aria-label={text('downloadFile', { name: file.name })}
        icon={<DownloadOutlined />}
        href={url}
        download={file.name}
      />
    </li>
  )
}

/** Everything that is attached to a record, and to those around it, newest first. */
export function RecordFiles(props: RecordFilesProps) {
  const text = useText()
  const found = useFilesAround(props)
  const files = found.data?.pages.flatMap((page) => page.files) ?? []
  const { show, preview } = usePreview(files)
  return (
    <section aria-label={text('recordFiles')} className="around-files">
      <h2>{text('recordFiles')}</h2>
      {found.isError && <ErrorNotice problem={null} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowsSkeleton rows={2} />}
      {found.data !== undefined && files.length === 0 && (
        <p className="pw-quiet">{text('recordFilesNone')}</p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file, position) => (
            <FileLine
              key={file.id}
              file={file}
              isOwn={file.record === props.record}
              onShow={() => show(position)}
            />
          ))}
        </ul>
      )}
      {preview}
      {found.hasNextPage && (
        <Button size="small" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text('showMore')}
        </Button>
      )}
    </section>
  )
}
