import type { JsonValue } from '@pipewright/contract'
import { describeCondition, type LabelledScope } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { Radio } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { filterOperators } from '../filter-operator.ts'
import { writeFilter, type Condition } from '../filter-tree.ts'
import { daySpans } from './quick-values.ts'

interface SpanListProps {
  readonly label: string
  readonly path: string
  readonly field: Field
  readonly scope: LabelledScope
  readonly condition: Condition | null
  readonly onPick: (condition: Condition) => void
}

const nameOf = (operator: string, value: JsonValue): string => `${operator} ${JSON.stringify(value)}`

/** Spans of days, of which one is picked: this week, the last 30 days. */
export function SpanList({ label, path, field, scope, condition, onPick }: SpanListProps) {
  const { locale } = useRenderer()
  const offered = filterOperators(field)
  const spans = daySpans
    .filter(({ operator }) => offered.includes(operator))
    .map(({ operator, value }): Condition => ({
      kind: 'condition',
      path,
      operator,
      value: value === null ? null : [...value],
    }))
  const said = (span: Condition) => {
    const written = writeFilter(span)
    const sentence = written === null ? '' : describeCondition(written, scope, locale)
    // The list stands below the name of the field, which every sentence begins with.
    return sentence.startsWith(label) ? sentence.slice(label.length).trim() : sentence
  }
  return (
    <Radio.Group
      aria-label={label}
      className="pw-quick-values"
      value={condition && nameOf(condition.operator, condition.value)}
      options={spans.map((span) => ({ value: nameOf(span.operator, span.value), label: said(span) }))}
      onChange={({ target }) => {
        const picked = spans.find((span) => nameOf(span.operator, span.value) === target.value)
        if (picked !== undefined) onPick(picked)
      }}
    />
  )
}
