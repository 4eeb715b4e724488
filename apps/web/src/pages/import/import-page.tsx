import { localize } from '@pipewright/metadata'
import { PageHeader, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Steps } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { CheckedStep } from './checked-step.tsx'
import { MappingStep } from './mapping-step.tsx'
import { ProgressStep } from './progress-step.tsx'
import { ResultStep } from './result-step.tsx'
import { UploadStep } from './upload-step.tsx'
import './import.css'

const stepOf = {
  uploaded: 1,
  checking: 2,
  checked: 2,
  importing: 3,
  done: 3,
  failed: 3,
  cancelled: 0,
} as const
const polled = 500

/** Import in four steps; its id stands in the address, so it can be left and found again. */
export function ImportPage() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const queries = useQueryClient()
  const { form: key = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const id = search.get('import')
  const workspace = app.workspace.key
  const queryKey = ['import', workspace, id]
  const job = useQuery({
    queryKey,
    queryFn: () => client.call('getImport', { params: { workspace, id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      state.data?.state === 'checking' || state.data?.state === 'importing' ? polled : false,
  })
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  if (form === undefined || app.rights[key]?.import !== true) return <NotFoundPage />
  const data = id === null ? undefined : job.data
  const back = search.get('step') === 'map'
  const step = data === undefined ? 0 : back && data.state === 'checked' ? 1 : stepOf[data.state]
  const props = {
    form,
    onAnswer: (answer: NonNullable<typeof data>) => {
      queries.setQueryData(['import', workspace, answer.id], answer)
      setSearch({ import: answer.id })
    },
  }
  return (
    <>
      <PageHeader title={text('importTitle', { form: localize(form.labelPlural, locale) })} />
      <div className="page-body page-body-wide import">
        <Steps
          size="small"
          current={step}
          responsive
          items={[text('uploadTitle'), text('importMap'), text('importPreview'), text('importButton')].map(
            (title) => ({ title }),
          )}
        />
        {id !== null && job.isPending && <RowsSkeleton />}
        {(data === undefined ? id === null || job.isError : step === 0) && <UploadStep {...props} />}
        {data !== undefined && step === 1 && <MappingStep key={data.id} job={data} {...props} />}
        {data?.state === 'checking' && <ProgressStep job={data} label="importChecking" {...props} />}
        {data?.state === 'checked' && !back && (
          <CheckedStep job={data} onBack={() => setSearch({ import: data.id, step: 'map' })} {...props} />
        )}
        {data?.state === 'importing' && <ProgressStep job={data} label="importRunning" {...props} />}
        {(data?.state === 'done' || data?.state === 'failed') && (
          <ResultStep job={data} onAgain={() => setSearch({})} {...props} />
        )}
      </div>
    </>
  )
}
