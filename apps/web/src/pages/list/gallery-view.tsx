import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordGallery } from '@pipewright/renderer'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useRecordPages } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { galleryQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useOpenRecord } from './use-open-record.ts'
import { filterChange, isNarrowed } from './views/shown-filter.ts'

/** Records as cards with their pictures, page after page. */
export function GalleryView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const pages = useRecordPages(useWorkspace().workspace.key, form.key, galleryQuery(view, address))
  const label = localize(view.label, useUiLocale())
  const open = useOpenRecord(form)
  const cleared = { filter: view.saved === undefined ? null : filterChange(view, null) }
  if (pages.isError && pages.data === undefined) {
    const problem = pages.error instanceof ProblemError ? pages.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void pages.refetch()} />
  }
  return (
    <>
      <ListTools {...props} />
      <RecordGallery
        view={view}
        label={label}
        rows={pages.data?.pages.flatMap((page) => page.rows) ?? []}
        loading={pages.isPending}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
        onOpen={open}
        empty={
          <EmptyList
            form={form}
            filtered={isNarrowed(view, address)}
            onClear={() => onAddress({ ...cleared, search: '' })}
          />
        }
      />
    </>
  )
}
