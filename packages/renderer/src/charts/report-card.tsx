import { localize } from '@pipewright/metadata'
import { ErrorNotice, Icon } from '@pipewright/ui'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ReportCardProps } from './chart-props.ts'
import { ReportChart } from './report-chart.tsx'

const drawn: readonly string[] = ['bar', 'line', 'funnel']

function CardBody({
  report,
  answer,
  problem,
  onRetry,
  onDrill,
  height,
  asTable,
}: ReportCardProps & { readonly asTable: boolean }) {
  const t = useTexts()
  if (problem !== undefined) return <ErrorNotice problem={problem} onRetry={onRetry} />
  if (answer === undefined)
    return (
      <div aria-busy="true">
        <span className="pw-hidden-text">{t('chart.loading')}</span>
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      </div>
    )
  return (
    <>
      <ReportChart
        report={report}
        answer={answer}
        asTable={asTable}
        {...(onDrill === undefined ? {} : { onDrill })}
        {...(height === undefined ? {} : { height })}
      />
      {answer.more && <p className="pw-help">{t('chart.more', { count: answer.rows.length })}</p>}
    </>
  )
}

/** A report with its title, its states and the switch between drawing and table. */
export function ReportCard(props: ReportCardProps) {
  const { report, actions, answer } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const [asTable, setAsTable] = useState(false)
  const label = localize(report.label, locale)
  const toggle = t(asTable ? 'chart.asChart' : 'chart.asTable')
  return (
    <section className="pw-report" aria-label={label}>
      <header>
        <h2>{label}</h2>
        {drawn.includes(report.chart) && answer !== undefined && (
          <Button
            type="text"
            size="small"
            title={toggle}
            aria-label={`${label}: ${toggle}`}
            aria-pressed={asTable}
            icon={<Icon name={asTable ? 'bar-chart' : 'table'} />}
            onClick={() => setAsTable(!asTable)}
          />
        )}
        {actions}
      </header>
      <div className="pw-report-body">
        <CardBody {...props} asTable={asTable} />
      </div>
    </section>
  )
}
