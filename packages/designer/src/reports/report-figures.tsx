import type { ScopeField } from '@pipewright/logic'
import { fieldTypes, isGroupable, valueKindOf, valueTypeOf } from '@pipewright/metadata'
import type { Report } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useMemo } from 'react'
import { isNumber, usePaths } from '../documents/use-paths.ts'
import { useIndex } from '../environment/design-context.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { DimensionRow } from './dimension-row.tsx'
import { MeasureRow } from './measure-row.tsx'
import { newMeasure } from './new-report.ts'
import type { ReportChanges } from './use-report-change.ts'

const any = ({ path }: ScopeField) => path.length > 0

/** Fields to group by, and which of them are dates. */
function useDimensionPaths(form: string) {
  const index = useIndex()
  const all = usePaths(form, any)
  return useMemo(() => {
    const found = all.flatMap((option) => {
      const site = index.field(form, option.value)
      return site === undefined ||
        site.list ||
        !(isGroupable(site.field) || fieldTypes[valueTypeOf(site.field)].groupable)
        ? []
        : [{ option, site }]
    })
    const isDate = ({ site }: (typeof found)[number]) =>
      ['date', 'dateTime'].includes(valueKindOf(site.field))
    return {
      paths: found.map(({ option }) => option),
      dates: new Set(found.filter(isDate).map(({ option }) => option.value)),
    }
  }, [all, index, form])
}

interface FiguresProps {
  readonly report: Report
  readonly change: (changes: ReportChanges) => void
}

function Measures({ report, change }: FiguresProps) {
  const t = useTexts()
  const numbers = usePaths(report.form, isNumber)
  const { measures } = report
  return (
    <PropertyGroup title={t('reports.measures')}>
      {measures.map((measure) => (
        <MeasureRow
          key={measure.key}
          measure={measure}
          paths={numbers}
          onChange={(next) =>
            change({ measures: measures.map((one) => (one.key === measure.key ? next : one)) })
          }
          {...(measures.length > 1
            ? { onRemove: () => change({ measures: measures.filter(({ key }) => key !== measure.key) }) }
            : {})}
        />
      ))}
      {measures.length < 10 && (
        <div>
          <Button
            size="small"
            icon={<Icon name="plus" />}
            onClick={() => change({ measures: [...measures, newMeasure(measures)] })}
          >
            {t('reports.addMeasure')}
          </Button>
        </div>
      )}
    </PropertyGroup>
  )
}

/** Groups and figures of a report. */
export function ReportFigures({ report, change }: FiguresProps) {
  const t = useTexts()
  const { paths, dates } = useDimensionPaths(report.form)
  const { dimensions } = report
  const free = paths.find(({ value }) => !dimensions.some(({ field }) => field === value))
  return (
    <>
      <PropertyGroup title={t('reports.dimensions')}>
        {dimensions.map((dimension, position) => (
          <DimensionRow
            key={dimension.field}
            dimension={dimension}
            paths={paths}
            dates={dates}
            onChange={(next) =>
              change({ dimensions: dimensions.map((one, at) => (at === position ? next : one)) })
            }
            onRemove={() => change({ dimensions: dimensions.filter((_, at) => at !== position) })}
          />
        ))}
        {dimensions.length < 3 && free !== undefined && (
          <div>
            <Button
              size="small"
              icon={<Icon name="plus" />}
              onClick={() =>
                change({
                  dimensions: [
                    ...dimensions,
                    dates.has(free.value) ? { field: free.value, bucket: 'month' } : { field: free.value },
                  ],
                  ...(report.chart === 'number' ? { chart: 'bar' } : {}),
                })
              }
            >
              {t('reports.addDimension')}
            </Button>
          </div>
        )}
      </PropertyGroup>
      <Measures report={report} change={change} />
    </>
  )
}
