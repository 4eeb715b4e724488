import { localize } from '@pipewright/metadata'
import type { Expression, Report } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ChartModel, Figure } from './chart-model.ts'
// A dashboard that is opened directly has no form to bring the look of its tables.
import '../controls/controls.css'

export interface FigureTableProps {
  readonly report: Report
  readonly model: ChartModel
  readonly onDrill: ((filter: Expression) => void) | undefined
}

function FigureCell({
  group,
  figure,
  onDrill,
}: {
  readonly group: string
  readonly figure: Figure | null
  readonly onDrill: FigureTableProps['onDrill']
}) {
  const t = useTexts()
  if (figure === null) return null
  if (onDrill === undefined) return <>{figure.text}</>
  return (
    <button
      type="button"
      className="pw-drill"
      aria-label={`${figure.text} – ${t('chart.open', { group })}`}
      onClick={() => onDrill(figure.filter)}
    >
      {figure.text}
    </button>
  )
}

/** The same figures as a table: for reading exactly, and for those who do not see the drawing. */
export function FigureTable({ report, model, onDrill }: FigureTableProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const dimension = report.dimensions[0]
  const field = dimension === undefined ? undefined : index.field(report.form, dimension.field)?.field
  const crossed = report.dimensions.length > 1
  return (
    <div className="pw-items-scroll">
      <table className="pw-items pw-items-read" aria-label={localize(report.label, locale)}>
        <thead>
          <tr>
            <th scope="col">{localize(field?.label, locale) || t('chart.group')}</th>
            {model.series.map((name) => (
              <th key={name} scope="col" className="pw-end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.groups.map((group, row) => (
            <tr key={group}>
              <th scope="row" className="pw-figure-group">
                {group}
              </th>
              {model.series.map((name, at) => (
                <td key={name} className="pw-end pw-numeric">
                  <FigureCell group={group} figure={model.figures[row]?.[at] ?? null} onDrill={onDrill} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {!crossed && model.totals.some((total) => total !== '') && (
          <tfoot>
            <tr>
              <th scope="row">{t('chart.total')}</th>
              {model.totals.map((total, at) => (
                <td key={model.series[at]} className="pw-end pw-numeric">
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
