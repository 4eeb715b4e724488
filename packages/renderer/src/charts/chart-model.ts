import type { JsonValue, ReportAnswer } from '@pipewright/contract'
import { roundTo } from '@pipewright/logic'
import { localize, scaleOf, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Expression, Field, Report } from '@pipewright/schemas'
import { formatPeriod } from '../formats/date-format.ts'
import { formatCompact } from '../formats/decimal-format.ts'
import { withGaps } from './period-gaps.ts'

/** One figure: its exact words, its size for the eye, and the records behind it. */
export interface Figure {
  readonly text: string
  readonly size: number
  readonly filter: Expression
}

export interface ChartModel {
  readonly groups: readonly string[]
  readonly series: readonly string[]
  /** Per group, per series. */
  readonly figures: readonly (readonly (Figure | null)[])[]
  readonly totals: readonly string[]
  /** Per series: along the first axis, or along the second one what is counted in something else than the first series. */
  readonly axes: readonly (0 | 1)[]
  /** Short forms for the axes. */
  readonly short: readonly [first: ShortForm, second: ShortForm]
}

export type ShortForm = (size: number) => string

export interface ChartScene {
  readonly index: DefinitionIndex
  readonly locale: Locale
  readonly none: string
  readonly format: (field: Field, value: JsonValue | undefined) => string
}

type Measure = Report['measures'][number]

const countField = (measure: Measure): Field => ({
  type: 'number',
  key: measure.key,
  label: measure.label,
  scale: 0,
})

function fieldOf(report: Report, measure: Measure, scene: ChartScene): Field {
  const field = measure.field === undefined ? undefined : scene.index.field(report.form, measure.field)?.field
  return measure.function === 'count' || field === undefined ? countField(measure) : field
}

function measureText(report: Report, measure: Measure, value: string | null, scene: ChartScene): string {
  if (value === null) return ''
  const field = fieldOf(report, measure, scene)
  const scale = field.type === 'rating' ? 1 : scaleOf(field)
  return scene.format(field, measure.function === 'avg' ? roundTo(value, scale) : value)
}

/** A group in words: an option, a person, a period. */
export function groupText(
  report: Report,
  at: number,
  value: JsonValue | undefined,
  scene: ChartScene,
): string {
  const dimension = report.dimensions[at]
  if (dimension === undefined || value === null || value === undefined || value === '') return scene.none
  const field = scene.index.field(report.form, dimension.field)?.field
  if (dimension.bucket !== undefined && typeof value === 'string')
    return formatPeriod(value.slice(0, 10), dimension.bucket, scene.locale)
  return field === undefined ? String(value) : scene.format(field, value)
}

function figure(
  report: Report,
  measure: Measure | undefined,
  value: string | null | undefined,
  filter: Expression,
  scene: ChartScene,
): Figure | null {
  if (measure === undefined || value === null || value === undefined) return null
  return { text: measureText(report, measure, value, scene), size: Number(value), filter }
}

const currencyOf = (field: Field): string | undefined => ('currency' in field ? field.currency : undefined)

/** What a figure counts in: figures of one unit can be compared along one axis. */
function unitOf(report: Report, measure: Measure, scene: ChartScene): string {
  if (measure.function === 'count') return 'count'
  const field = fieldOf(report, measure, scene)
  return currencyOf(field) ?? field.type
}

/** The measures that are drawn, on which axis each lies, and how the axes are written. */
function axesOf(report: Report, scene: ChartScene): Pick<ChartModel, 'axes' | 'short'> {
  const drawn = report.dimensions.length > 1 ? report.measures.slice(0, 1) : report.measures
  const units = drawn.map((measure) => unitOf(report, measure, scene))
  const axes = units.map((unit) => (unit === units[0] ? 0 : 1))
  const shortOf =
    (measure: Measure | undefined): ShortForm =>
    (size) =>
      formatCompact(
        String(size),
        scene.locale,
        measure === undefined ? undefined : currencyOf(fieldOf(report, measure, scene)),
      )
  return { axes, short: [shortOf(drawn[0]), shortOf(drawn[axes.indexOf(1)])] }
}

type Body = Pick<ChartModel, 'groups' | 'series' | 'figures'>

const keyOf = (group: JsonValue | undefined): string => JSON.stringify(group ?? null)

/** First groups of the rows, each once and in order, with empty periods between them. */
const groupsOf = (report: Report, { rows }: ReportAnswer): readonly JsonValue[] =>
  withGaps(report, [...new Map(rows.map(({ groups: [group = null] }) => [keyOf(group), group])).values()])

function flatModel(report: Report, answer: ReportAnswer, scene: ChartScene): Body {
  const groups = groupsOf(report, answer)
  const rows = new Map(answer.rows.map((row) => [keyOf(row.groups[0]), row]))
  return {
    groups: groups.map((group) => groupText(report, 0, group, scene)),
    series: report.measures.map((measure) => localize(measure.label, scene.locale)),
    figures: groups.map((group) => {
      const row = rows.get(keyOf(group))
      if (row === undefined) return report.measures.map(() => null)
      return report.measures.map((measure, at) => figure(report, measure, row.values[at], row.filter, scene))
    }),
  }
}

/** With two dimensions the second becomes the series of the first measure. */
function crossedModel(report: Report, answer: ReportAnswer, scene: ChartScene): Body {
  const groups = [...new Set(groupsOf(report, answer).map((group) => groupText(report, 0, group, scene)))]
  const series = [...new Set(answer.rows.map((row) => groupText(report, 1, row.groups[1], scene)))]
  const figures: (Figure | null)[][] = groups.map(() => series.map(() => null))
  for (const row of answer.rows) {
    const line = figures[groups.indexOf(groupText(report, 0, row.groups[0], scene))]
    const at = series.indexOf(groupText(report, 1, row.groups[1], scene))
    if (line !== undefined) line[at] = figure(report, report.measures[0], row.values[0], row.filter, scene)
  }
  return { groups, series, figures }
}

/** The answer of a report, ready to be drawn: words and sizes, no decisions left. */
export function chartModel(report: Report, answer: ReportAnswer, scene: ChartScene): ChartModel {
  const crossed = report.dimensions.length > 1
  return {
    ...(crossed ? crossedModel(report, answer, scene) : flatModel(report, answer, scene)),
    totals: report.measures.map((measure, at) =>
      measureText(report, measure, answer.totals[at] ?? null, scene),
    ),
    ...axesOf(report, scene),
  }
}
