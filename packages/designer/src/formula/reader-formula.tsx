import type { FormRights } from '@pipewright/contract'
import { explainProblem, parseFormula, suggestNames, type LabelledScope } from '@pipewright/logic'
import { indexDefinition, type Locale } from '@pipewright/metadata'
import type { AppDefinition, Expression, Field } from '@pipewright/schemas'
import { useId, useMemo, useRef, useState } from 'react'
import { expressionScope, expressionType } from '../scope/expression-scope.ts'
import type { CodeHandle } from './code/formula-code-props.ts'
import { FormulaCode } from './code/formula-code.tsx'
import './formula.css'

export interface ReaderFormulaProps {
  readonly form: string
  /** What the formula is calculated for. */
  readonly field: Field
  readonly label: string
  readonly definition: AppDefinition
  readonly readable: Readonly<Record<string, FormRights>>
  readonly locale: Locale
  /** Only formulas without problems; undefined for any other text. */
  readonly onChange: (expression: Expression | undefined) => void
}

/** What the reader may read: names of anything else are unknown. */
function readableScope({ definition, form, readable, locale }: ReaderFormulaProps): LabelledScope {
  const index = indexDefinition(definition)
  const scope = expressionScope(index, { form }, locale)
  const mayRead = (path: readonly string[]): boolean => {
    const found = index.field({ form }, path.join('.'))
    if (found === undefined) return false
    return [...found.hops, found].every(({ form: of, field, lineItems }) => {
      const own = lineItems === undefined ? field.key : `${lineItems}.${field.key}`
      const isSystem = index.fieldsOf(of, lineItems).every(({ key }) => key !== field.key)
      const fields = readable[of]?.fields
      return fields !== undefined && (isSystem || fields[own] !== undefined)
    })
  }
  return { ...scope, fields: () => scope.fields().filter(({ path }) => mayRead(path)) }
}

const nothing = () => ''

/** A formula over one's records, written outside the designer and checked while it is typed. */
export function ReaderFormula(props: ReaderFormulaProps) {
  const { field, label, locale, onChange } = props
  const id = useId()
  const handle = useRef<CodeHandle>(null)
  const [text, setText] = useState('')
  const { definition, form, readable } = props
  const scope = useMemo(
    () => readableScope({ ...props, definition, form, readable, locale }),
    // oxlint-disable-next-line react/exhaustive-deps -- the rest of the props does not matter to the scope
    [definition, form, readable, locale],
  )
  const expected = expressionType(field)
  const parsed = useMemo(
    () => (text.trim() === '' ? null : parseFormula(text, scope, expected)),
    [text, scope, expected],
  )
  const problems = useMemo(
    () =>
      (parsed?.problems ?? []).map((problem) => ({
        from: problem.from,
        to: problem.to,
        message: explainProblem(problem, locale),
        suggestions: suggestNames(problem, scope),
      })),
    [parsed, locale, scope],
  )
  const take = (next: string) => {
    setText(next)
    const found = next.trim() === '' ? null : parseFormula(next, scope, expected)
    onChange(found === null || found.problems.length > 0 ? undefined : found.expression)
  }
  return (
    <div className="pwd-formula">
      <div className="pwd-formula-main">
        <div className="pwd-formula-text">
          <FormulaCode
            label={label}
            describedBy={id}
            text={text}
            placeholder={scope.fields()[0]?.label ?? ''}
            locale={locale}
            scope={scope}
            problems={problems}
            parts={[]}
            tell={nothing}
            large={false}
            onText={take}
            onCaret={() => undefined}
            onBlur={() => undefined}
            handle={handle}
          />
        </div>
        <div id={id} className="pwd-formula-result" aria-live="polite">
          {problems[0]?.message}
        </div>
      </div>
    </div>
  )
}
