import {
  explainProblem,
  parseFormula,
  printFormula,
  typeName,
  type LabelledScope,
  type ValueType,
} from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useId, useMemo, useRef, useState } from 'react'
import { useTyped } from '../draft/use-typed.ts'
import { useDesign } from '../environment/design-context.ts'
import { useTexts, type TextKey } from '../texts/use-texts.ts'
import { CompletionList } from './completion-list.tsx'
import { MarkedText } from './marked-text.tsx'
import { useCompletion } from './use-completion.ts'

export interface FormulaEditorProps {
  readonly label: string
  readonly scope: LabelledScope
  readonly value: Expression | undefined
  /** What the calculation must give. */
  readonly expected?: ValueType
  /** Only formulas without problems; undefined when nothing is left. */
  readonly onCommit: (expression: Expression | undefined, type: ValueType | null) => void
  readonly placeholder?: string
}

const textOf = (value: Expression | undefined): string =>
  value === undefined || value === null ? '' : (printFormula(value) ?? '')

/** Reads the text and keeps it back while something is wrong with it. */
function useFormulaText({ value, scope, expected, onCommit }: FormulaEditorProps) {
  const read = (text: string) => (text.trim() === '' ? null : parseFormula(text, scope, expected))
  const stored = useMemo(() => textOf(value), [value])
  // What has a problem cannot be stored; it stays as typed so that it can be put right.
  const [kept, setKept] = useState<string | null>(null)
  const typed = useTyped(kept ?? stored, (text) => {
    const parsed = read(text)
    setKept(parsed !== null && parsed.problems.length > 0 ? text : null)
    if (parsed === null) onCommit(undefined, null)
    else if (parsed.problems.length === 0) onCommit(parsed.expression, parsed.type)
  })
  return { typed, parsed: read(typed.value) }
}

function FormulaResult({ parsed }: { readonly parsed: ReturnType<typeof parseFormula> | null }) {
  const t = useTexts()
  const { locale } = useDesign()
  const [problem] = parsed?.problems ?? []
  if (problem !== undefined)
    return (
      <span className="pwd-problem">
        <Icon name="warning" /> {explainProblem(problem, locale)}
      </span>
    )
  if (parsed === null) return <span className="pwd-quiet">{t('formula.hint')}</span>
  const kind = typeName(parsed.type).split(' ')[0] ?? 'any'
  return (
    <span className="pwd-quiet">
      <Icon name="check" /> {t('formula.gives', { type: t(`formula.${kind}` as TextKey) })}
    </span>
  )
}

/** Formula text with a list of fields and functions, and what is wrong with it under the very word. */
export function FormulaEditor(props: FormulaEditorProps) {
  const { label, scope, placeholder } = props
  const t = useTexts()
  const { locale } = useDesign()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { typed, parsed } = useFormulaText(props)
  const list = useCompletion({ text: typed.value, scope, locale, area, onText: typed.type })
  const isOpen = list.entries.length > 0
  return (
    <div className="pwd-formula">
      <div className="pwd-formula-text">
        <MarkedText text={typed.value} problems={parsed?.problems ?? []} />
        <textarea
          ref={area}
          rows={3}
          spellCheck={false}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${id}-list-${list.chosen}` : undefined}
          aria-invalid={(parsed?.problems.length ?? 0) > 0}
          aria-describedby={`${id}-result`}
          value={typed.value}
          placeholder={placeholder ?? t('formula.placeholder')}
          onChange={(event) => {
            typed.type(event.target.value)
            list.follow(event.target.value, event.target.selectionStart, true)
          }}
          onClick={(event) => list.follow(typed.value, event.currentTarget.selectionStart, false)}
          onKeyDown={list.onKeyDown}
          onBlur={() => {
            list.close()
            typed.commit()
          }}
        />
      </div>
      {isOpen && (
        <CompletionList
          id={`${id}-list`}
          label={t('formula.suggestions')}
          entries={list.entries}
          chosen={list.chosen}
          onTake={list.take}
        />
      )}
      <div id={`${id}-result`} className="pwd-formula-result" aria-live="polite">
        <FormulaResult parsed={parsed} />
      </div>
    </div>
  )
}
