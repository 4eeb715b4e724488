import {
  explainProblem,
  figuresOf,
  suggestNames,
  traceFormula,
  type FormulaTrace,
  type TracedPart,
} from '@pipewright/logic'
import { problemText } from '@pipewright/metadata'
import { Skeleton } from 'antd'
import { lazy, Suspense, useId, useMemo, useRef, useState, type ReactNode, type Ref } from 'react'
import { useDesign } from '../environment/design-context.ts'
import type { CodeHandle, CodeProblem } from './code/formula-code-props.ts'
import type { FormulaEditorProps } from './formula-editor.tsx'
import { FormulaFoot } from './formula-foot.tsx'
import { FormulaResult } from './formula-result.tsx'
import { FormulaTools, type FormulaPanel } from './formula-tools.tsx'
import { NamesPanel } from './names/names-panel.tsx'
import { useSample } from './sample/use-sample.ts'
import { useTellPart } from './sample/use-tell-part.ts'
import { useTexts } from '../texts/use-texts.ts'
import { StepsPanel } from './steps-panel.tsx'
import type { FormulaText } from './use-formula-text.ts'

const FormulaCode = lazy(async () => ({ default: (await import('./code/formula-code.tsx')).FormulaCode }))

export interface FormulaBenchProps extends Omit<FormulaEditorProps, 'value' | 'onCommit' | 'placeholder'> {
  readonly placeholder: string
  readonly text: FormulaText
  readonly large: boolean
  readonly action?: ReactNode
}

const noTrace: FormulaTrace = { parts: [], value: undefined, problems: [], gaps: [] }
const noPlace = { form: '' }

function useCodeProblems({ text, scope }: FormulaBenchProps): readonly CodeProblem[] {
  const { locale } = useDesign()
  return useMemo(
    () =>
      (text.parsed?.problems ?? []).map((problem) => ({
        from: problem.from,
        to: problem.to,
        message: explainProblem(problem, locale),
        suggestions: suggestNames(problem, scope),
      })),
    [text.parsed, scope, locale],
  )
}

/** The formula run for the sample; nothing while it cannot be run. */
function useTrace(props: FormulaBenchProps) {
  const { text, scope, expected, site } = props
  const expression = text.parsed?.expression ?? null
  const sample = useSample(site ?? noPlace, scope, expression)
  const { data, context } = sample
  // What stands in other forms is not at hand here: saying "empty" would be wrong.
  const looksElsewhere = figuresOf(expression).length > 0
  const trace = useMemo(
    () =>
      site === undefined || data === undefined || text.parsed === null || looksElsewhere
        ? noTrace
        : traceFormula(text.value, scope, data, context, expected),
    [site, data, text.parsed, text.value, scope, context, expected, looksElsewhere],
  )
  return { sample, trace, looksElsewhere }
}

interface BoxProps extends FormulaBenchProps {
  readonly describedBy: string
  readonly problems: readonly CodeProblem[]
  readonly parts: readonly TracedPart[]
  readonly tell: (part: TracedPart) => string
  readonly panel: FormulaPanel | null
  readonly onPanel: (panel: FormulaPanel | null) => void
  readonly onCaret: (caret: number) => void
  readonly handle: Ref<CodeHandle>
}

/** The text, with what opens the panels below it. */
function CodeBox({ text, site, action, panel, onPanel, ...code }: BoxProps) {
  const { locale } = useDesign()
  return (
    <div className="pwd-formula-text">
      <Suspense fallback={<Skeleton.Input active block />}>
        <FormulaCode {...code} text={text.value} locale={locale} onText={text.type} onBlur={text.leave} />
      </Suspense>
      <FormulaTools panel={panel} large={code.large} hasSteps={site !== undefined} onPanel={onPanel}>
        {action}
      </FormulaTools>
    </div>
  )
}

/** The editor of a formula with all that stands around it. */
export function FormulaBench(props: FormulaBenchProps) {
  const { scope, text, site, large } = props
  const t = useTexts()
  const { locale } = useDesign()
  const id = useId()
  const code = useRef<CodeHandle>(null)
  const [caret, setCaret] = useState(0)
  const [panel, setPanel] = useState<FormulaPanel | null>(null)
  const problems = useCodeProblems(props)
  const { sample, trace, looksElsewhere } = useTrace(props)
  const { parts } = trace
  const tell = useTellPart(sample)
  const shown = (one: FormulaPanel) => large || panel === one
  const box = { describedBy: `${id}-result`, problems, parts, tell: tell.part, panel }
  return (
    <div className="pwd-formula" data-large={large ? '' : undefined}>
      <div className="pwd-formula-main">
        <CodeBox {...props} {...box} handle={code} onPanel={setPanel} onCaret={setCaret} />
        <div id={box.describedBy} className="pwd-formula-result" aria-live="polite">
          <FormulaResult
            parsed={text.parsed}
            problem={problems[0]}
            told={parts.length > 0 ? tell.value(trace.value, text.parsed?.type) : null}
            note={looksElsewhere ? t('formula.fromForms') : null}
            refusal={text.refused[0] && problemText(text.refused[0], locale)}
            failure={trace.problems[0]}
            gaps={trace.gaps.slice(0, 3).map(({ from, to, code: why }) => ({
              why,
              part: text.value.slice(from, to),
              show: () => code.current?.show(from, to, true),
            }))}
            onTake={(from, to, insert) => code.current?.replace(from, to, insert)}
          />
        </div>
        <FormulaFoot text={text.value} caret={caret} parts={parts} tell={tell.part} />
        {props.below?.(text.parsed?.problems.length === 0 ? text.parsed.expression : undefined)}
        {site !== undefined && shown('steps') && (
          <StepsPanel
            {...{ text: text.value, site, sample, trace, tell: tell.part }}
            onShow={(part, focus) => code.current?.show(part.from, part.to, focus)}
          />
        )}
      </div>
      {shown('names') && (
        <NamesPanel
          scope={scope}
          onTake={(entry) => code.current?.insert(entry.insert, entry.kind === 'function')}
        />
      )}
    </div>
  )
}
