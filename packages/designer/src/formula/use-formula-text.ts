import {
  parseFormula,
  plainNumbers,
  writeFormula,
  type LabelledScope,
  type ParsedFormula,
} from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { useMemo, useState } from 'react'
import { useTyped } from '../draft/use-typed.ts'
import type { FormulaEditorProps } from './formula-editor.tsx'

export interface FormulaText {
  readonly value: string
  /** Null while there is nothing. */
  readonly parsed: ParsedFormula | null
  readonly type: (text: string) => void
  /** Hands on what was typed; what is right is then shown as it is stored. */
  readonly leave: () => void
}

const textOf = (value: Expression | undefined, scope: LabelledScope): string =>
  value === undefined || value === null ? '' : (writeFormula(plainNumbers(value, scope), scope) ?? '')

/** Reads the text, and keeps it back while something is wrong with it; as long as it is written in, it stays as typed. */
export function useFormulaText({ value, scope, expected, onCommit }: FormulaEditorProps): FormulaText {
  const read = (text: string) => (text.trim() === '' ? null : parseFormula(text, scope, expected))
  const stored = useMemo(() => textOf(value, scope), [value, scope])
  const [kept, setKept] = useState<string | null>(null)
  const typed = useTyped(kept ?? stored, (text) => {
    const parsed = read(text)
    setKept(text)
    if (parsed === null) onCommit(undefined, null)
    else if (parsed.problems.length === 0) onCommit(parsed.expression, parsed.type)
  })
  const parsed = useMemo(
    () => (typed.value.trim() === '' ? null : parseFormula(typed.value, scope, expected)),
    [typed.value, scope, expected],
  )
  return {
    value: typed.value,
    parsed,
    type: typed.type,
    leave: () => {
      typed.commit()
      setKept((text) => (text !== null && (read(text)?.problems.length ?? 0) > 0 ? text : null))
    },
  }
}
