import type { TextProblem } from '@pipewright/logic'

/** The typed text once more, invisible, with the words underlined that a problem is about. */
export function MarkedText({
  text,
  problems,
}: {
  readonly text: string
  readonly problems: readonly TextProblem[]
}) {
  const [first] = problems
  if (first === undefined) return null
  const from = Math.min(first.from, text.length)
  const to = Math.max(first.to, from)
  return (
    <div className="pwd-formula-marks" aria-hidden="true">
      {text.slice(0, from)}
      <mark>{text.slice(from, to) || ' '}</mark>
      {text.slice(to)}
    </div>
  )
}
