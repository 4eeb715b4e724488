import type { Report } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Segmented, Select } from 'antd'
import { DocumentHead } from '../documents/document-head.tsx'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { newReport } from './new-report.ts'
import { ReportFigures } from './report-figures.tsx'
import { useReportChange } from './use-report-change.ts'

const charts = {
  table: 'table',
  bar: 'bar-chart',
  line: 'line-chart',
  funnel: 'funnel',
  number: 'number',
} as const
const sorts = ['dimension', 'measureDesc', 'measureAsc'] as const

/** Which form is counted, and how it is drawn. */
function Source({ report }: { readonly report: Report }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const definition = useDefinition()
  const change = useReportChange(report.key)
  return (
    <>
      <Property label={t('reports.form')} help={t('reports.formHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={report.form}
            options={definition.forms.map((form) => ({ value: form.key, label: read(form.label) }))}
            onChange={(form: string) =>
              edit({
                type: 'putReport',
                report: { ...newReport(definition, form), key: report.key, label: report.label },
              })
            }
          />
        )}
      </Property>
      <Property label={t('reports.chart')} group>
        {() => (
          <Segmented
            aria-label={t('reports.chart')}
            value={report.chart}
            options={(Object.keys(charts) as (keyof typeof charts)[]).map((value) => ({
              value,
              label: t(`reports.${value}`),
              icon: <Icon name={charts[value]} />,
            }))}
            onChange={(chart) => change({ chart })}
          />
        )}
      </Property>
    </>
  )
}

/** Which records are counted, how they are grouped, and how it is drawn. */
export function ReportEditor({ report }: { readonly report: Report }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = useReportChange(report.key)
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'report', key: report.key })) openArea('reports')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(report.label)} name={report.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={report.label} onCommit={(label) => change({ label })} />
        <Source report={report} />
      </PropertyGroup>
      <ReportFigures report={report} change={change} />
      <PropertyGroup title={t('views.filter')}>
        <ConditionEditor
          form={report.form}
          label={t('views.filter')}
          text={t('rules.everything')}
          value={report.filter ?? null}
          onCommit={(filter) => change({ filter: filter ?? undefined })}
        />
      </PropertyGroup>
      <PropertyGroup title={t('views.sort')}>
        <Segmented
          aria-label={t('views.sort')}
          value={report.sort ?? 'dimension'}
          options={sorts.map((value) => ({
            value,
            label: t(value === 'dimension' ? 'reports.dimensionSort' : `reports.${value}`),
          }))}
          onChange={(sort) => change({ sort: sort === 'dimension' ? undefined : sort })}
        />
        <NumberProperty
          label={t('reports.limit')}
          value={report.limit}
          min={1}
          max={1000}
          onCommit={(limit) => change({ limit })}
        />
      </PropertyGroup>
    </div>
  )
}
