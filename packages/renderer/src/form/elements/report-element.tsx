import type { ElementOf } from '@pipewright/metadata'
import { localize } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { ReportCard } from '../../charts/report-card.tsx'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer, type Renderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useShownValues } from './shown-values.ts'

/** Only records that point to the one shown; null while that is not saved, so that nothing points to it. */
function filterOf(
  { index }: Renderer,
  { report, recordField }: ElementOf<'report'>,
  record: string | undefined,
): Expression | undefined | null {
  if (recordField === undefined) return undefined
  if (record === undefined) return null
  const field = index.fieldsOf(index.report(report)?.form ?? '').find(({ key }) => key === recordField)
  return field?.type === 'relations'
    ? { hasAny: [{ var: recordField }, [record]] }
    : { eq: [{ var: recordField }, record] }
}

/** A report inside a form: what the reader may see of it. */
export function ReportElement({ element }: { readonly element: ElementOf<'report'> }) {
  const renderer = useRenderer()
  const t = useTexts()
  const { record } = useShownValues()
  const { index, locale, data, rights } = renderer
  const report = index.report(element.report)
  const filter = filterOf(renderer, element, record)
  const run = data.runReport
  const mayRead = report !== undefined && rights[report.form]?.read === true
  const figures = useQuery({
    queryKey: ['records', report?.form, 'report', element.report, filter ?? null],
    queryFn: () =>
      run === undefined
        ? Promise.reject(new Error('no reports here'))
        : run(element.report, filter ?? undefined),
    enabled: mayRead && filter !== null && run !== undefined,
  })
  if (report === undefined || !mayRead || run === undefined) return null
  if (filter === null)
    return (
      <section className="pw-report" aria-label={localize(report.label, locale)}>
        <header>
          <h3>{localize(report.label, locale)}</h3>
        </header>
        <p className="pw-quiet">{t('form.reportWaits')}</p>
      </section>
    )
  return (
    <ReportCard
      report={report}
      answer={figures.data}
      {...(figures.isError ? { problem: problemOf(figures.error) } : {})}
      onRetry={() => void figures.refetch()}
      height={element.height ?? 220}
    />
  )
}
