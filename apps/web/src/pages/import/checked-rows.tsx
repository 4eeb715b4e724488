import type { Import, ImportRowsShown } from '@pipewright/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Segmented } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { PreviewTable } from './preview-table.tsx'
import { outcomes } from './record-keys.ts'
import type { JobStepProps } from './step-props.ts'

interface RowKindsProps {
  readonly job: Import
  readonly show: ImportRowsShown
  readonly onShow: (show: ImportRowsShown) => void
}

/** What becomes of rows, as far as there are such. */
function RowKinds({ job, show, onShow }: RowKindsProps) {
  const text = useText()
  const { made, changed, same } = outcomes(job)
  const kinds: { value: ImportRowsShown; label: string; count: number }[] = [
    { value: 'good', label: text('importShowGood'), count: job.rows - job.bad },
    { value: 'new', label: text('importShowNew'), count: made },
    { value: 'changed', label: text('importShowChanged'), count: changed },
    { value: 'same', label: text('importShowSame'), count: same },
    { value: 'bad', label: text('importShowBad'), count: job.bad },
  ]
  const present = kinds.filter(({ value, count }) => value === 'good' || count > 0)
  if (present.length < 2) return null
  return (
    <Segmented
      aria-label={text('importShow')}
      value={show}
      onChange={onShow}
      options={present.map(({ value, label, count }) => ({
        value,
        label: text('importShowCount', { label, count }),
      }))}
    />
  )
}

/** Every checked row, by what becomes of it, with a search over the cells of the file. */
export function CheckedRows(props: JobStepProps) {
  const { job } = props
  const { workspace } = useWorkspace()
  const text = useText()
  const [show, setShow] = useState<ImportRowsShown>('good')
  const [search, setSearch] = useState('')
  const params = { workspace: workspace.key, id: job.id }
  const pages = useInfiniteQuery({
    queryKey: ['import-rows', workspace.key, job.id, job.mapping, job.writes, show, search],
    initialPageParam: '0',
    queryFn: ({ pageParam }) =>
      client.call('listImportRows', {
        params,
        query: { show, after: pageParam, ...(search === '' ? {} : { search }) },
      }),
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  })
  const found = pages.data?.pages ?? []
  return (
    <>
      <h2 className="import-heading">{text('importPreview')}</h2>
      <Flex wrap gap={8} className="import-actions">
        <RowKinds job={job} show={show} onShow={setShow} />
        <Input.Search
          className="import-search"
          maxLength={200}
          placeholder={text('importSearch')}
          aria-label={text('importSearch')}
          onSearch={(value) => setSearch(value.trim())}
        />
      </Flex>
      <PreviewTable
        {...props}
        rows={found.flatMap(({ rows }) => rows)}
        titles={Object.assign({}, ...found.map(({ titles }) => titles)) as Record<string, string>}
        loading={pages.isPending}
        bad={show === 'bad'}
      />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('importMoreRows')}
        </Button>
      )}
    </>
  )
}
