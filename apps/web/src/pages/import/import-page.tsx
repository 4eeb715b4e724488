import { localize } from '@pipewright/metadata'
import { Icon, PageHeader, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { mayImport } from '../../shell/may-import.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { CheckedStep } from './checked-step.tsx'
import { ImportSteps } from './import-steps.tsx'
import { MappingStep } from './mapping-step.tsx'
import { NotAnswered } from './not-answered.tsx'
import { ProgressStep } from './progress-step.tsx'
import { ResultStep } from './result-step.tsx'
import { UploadStep } from './upload-step.tsx'
import { useImportJob } from './use-import-job.ts'
import './import.css'

/** Import in four steps; its id stands in the address, so it can be left and found again. */
export function ImportPage() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { form: key = '' } = useParams()
  const [sent, setSent] = useState<{ readonly file: File; readonly id: string }>()
  const { job, step, query, loading, take, backToMapping, startAgain } = useImportJob()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const title = form === undefined ? '' : text('importTitle', { form: localize(form.labelPlural, locale) })
  usePageTitle(title)
  if (form === undefined || !mayImport(app.rights[key])) return <NotFoundPage />
  const props = { form, onAnswer: take }
  const file = sent?.id === job?.id ? sent?.file : undefined
  return (
    <>
      <PageHeader title={title} mark={<Icon name={form.icon ?? 'form'} />} />
      <div className="page-body page-body-wide import">
        <ImportSteps step={step} />
        {loading && <RowsSkeleton />}
        <NotAnswered asked={query} />
        {!loading && step === 0 && <UploadStep {...props} onSent={(file, { id }) => setSent({ file, id })} />}
        {job !== undefined && step === 1 && (
          <MappingStep key={job.id} job={job} file={file} onAgain={startAgain} {...props} />
        )}
        {job?.state === 'checking' && <ProgressStep job={job} label="importChecking" {...props} />}
        {job?.state === 'checked' && step === 2 && (
          <CheckedStep job={job} onBack={() => backToMapping(job)} {...props} />
        )}
        {job?.state === 'importing' && <ProgressStep job={job} label="importRunning" {...props} />}
        {job !== undefined && step === 3 && job.state !== 'importing' && (
          <ResultStep job={job} onAgain={startAgain} {...props} />
        )}
      </div>
    </>
  )
}
