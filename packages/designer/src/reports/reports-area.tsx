import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newReport } from './new-report.ts'
import { ReportEditor } from './report-editor.tsx'

/** The reports of the app. */
export function ReportsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit, form } = useDesign()
  const index = useIndex()
  const { definition } = index
  const report = definition.reports.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.reports')}
      items={definition.reports.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: one.chart === 'number' ? 'number' : 'bar-chart',
        quiet: read(index.form(one.form)?.labelPlural),
      }))}
      open={detail}
      onOpen={(key) => openArea('reports', key)}
      addText={t('reports.add')}
      onAdd={() => {
        const made = newReport(definition, form)
        if (edit({ type: 'putReport', report: made })) openArea('reports', made.key)
      }}
      empty={{ icon: 'bar-chart', title: t('reports.emptyTitle'), text: t('reports.emptyText') }}
    >
      {report !== undefined && <ReportEditor key={report.key} report={report} />}
    </ListDetail>
  )
}
