import {
  explainProblem,
  typeName,
  type ParsedFormula,
  type TextProblem,
  type TracedGap,
} from '@pipewright/logic'
import { Icon } from '@pipewright/ui'
import { useDesign } from '../environment/design-context.ts'
import { useTexts, type TextKey } from '../texts/use-texts.ts'
import type { CodeProblem } from './code/formula-code-props.ts'

export interface FormulaGap {
  readonly part: string
  readonly why: TracedGap['code']
  /** Shows the part in the text. */
  readonly show: () => void
}

export interface FormulaResultProps {
  readonly parsed: ParsedFormula | null
  readonly problem: CodeProblem | undefined
  /** What it gives for the record that was chosen; null when it was not calculated. */
  readonly told: string | null
  /** Why there is no value to show. */
  readonly note: string | null
  /** It reads well, but the draft did not take it: why. */
  readonly refusal: string | undefined
  /** It reads well, but running it came to an end. */
  readonly failure: TextProblem | undefined
  /** Parts that are empty for the record although what they are given is not. */
  readonly gaps: readonly FormulaGap[]
  readonly onTake: (from: number, to: number, insert: string) => void
}

function ProblemLine({ problem, onTake }: { problem: CodeProblem; onTake: FormulaResultProps['onTake'] }) {
  const t = useTexts()
  return (
    <div className="pwd-formula-problem">
      <span className="pwd-problem">
        <Icon name="warning" /> {problem.message}
      </span>
      {problem.suggestions.length > 0 && (
        <span className="pwd-formula-meant">
          {t('formula.meant')}
          {problem.suggestions.map(({ label, insert }) => (
            <button
              key={insert}
              type="button"
              className="pwd-chip"
              // The text keeps the focus, so that it is not handed on half mended.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(problem.from, problem.to, insert)}
            >
              {label}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}

function Gaps({ gaps }: Pick<FormulaResultProps, 'gaps'>) {
  const t = useTexts()
  return gaps.map(({ part, why, show }) => (
    <button key={part} type="button" className="pwd-formula-gap" onClick={show}>
      <Icon name="warning" /> <code>{part}</code> {t(`formula.gap_${why}`)}
    </button>
  ))
}

/** What is wrong, with names that were probably meant; else what the formula gives. */
export function FormulaResult(props: FormulaResultProps) {
  const { parsed, problem, refusal, told, note, failure, gaps, onTake } = props
  const t = useTexts()
  const { locale } = useDesign()
  if (problem !== undefined) return <ProblemLine problem={problem} onTake={onTake} />
  const wrong = refusal ?? (failure && explainProblem(failure, locale))
  if (wrong !== undefined)
    return (
      <span className="pwd-problem">
        <Icon name="warning" /> {wrong}
      </span>
    )
  if (parsed === null) return <span className="pwd-quiet">{t('formula.hint')}</span>
  const kind = typeName(parsed.type).split(' ')[0] ?? 'any'
  return (
    <span className="pwd-quiet">
      <Icon name="check" /> {t('formula.gives', { type: t(`formula.${kind}` as TextKey) })}
      {note !== null && <span> · {note}</span>}
      {told !== null && <strong className="pwd-formula-value">= {told}</strong>}
      <Gaps gaps={gaps} />
    </span>
  )
}
