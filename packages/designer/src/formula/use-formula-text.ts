import {
  parseFormula,
  plainNumbers,
  writeFormula,
  type LabelledScope,
  type ParsedFormula,
} from '@pipewright/logic'
import type { Problem } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTyped } from '../draft/use-typed.ts'
import { useDesign } from '../environment/design-context.ts'
import type { UnfinishedFormula } from '../environment/unfinished-formula.ts'
import type { FormulaEditorProps } from './formula-editor.tsx'
import { useTellUnfinished, useUnfinished } from './use-unfinished.ts'

export interface FormulaText {
  readonly value: string
  /** Null while there is nothing. */
  readonly parsed: ParsedFormula | null
  /** Why the draft did not take what was typed. */
  readonly refused: readonly Problem[]
  readonly type: (text: string) => void
  /** Hands on what was typed; what is right is then shown as it is stored. */
  readonly leave: () => void
}

const none: readonly Problem[] = []

const textOf = (value: Expression | undefined, scope: LabelledScope): string =>
  value === undefined || value === null ? '' : (writeFormula(plainNumbers(value, scope), scope) ?? '')

/** Reads the text, and keeps it back while something is wrong with it; as long as it is written in, it stays as typed. */
export function useFormulaText(props: FormulaEditorProps): FormulaText {
  const { of, value, scope, expected, onCommit } = props
  const { refusalsOf } = useDesign()
  const read = (text: string) => (text.trim() === '' ? null : parseFormula(text, scope, expected))
  const stored = useMemo(() => textOf(value, scope), [value, scope])
  const { kept, keep, settle } = useUnfinished(of, stored)
  const [written, setWritten] = useState(false)
  const isUnsettled = (one: UnfinishedFormula) =>
    one.refused.length > 0 || (read(one.text)?.problems.length ?? 0) > 0
  const shown = kept !== null && (written || kept.over === stored) ? kept : null
  const closed = useRef(false)
  useEffect(() => {
    closed.current = false
    return () => {
      closed.current = true
    }
  }, [])
  const typed = useTyped(shown?.text ?? stored, (text) => {
    const found = read(text)
    const fits = found === null || found.problems.length === 0
    const commit = () => onCommit(found === null ? undefined : found.expression, found?.type ?? null)
    // Without a name and an editor nobody would find the reasons again: they are shown.
    if (fits && of === undefined && closed.current) return commit()
    const refused = fits ? refusalsOf(commit) : none
    const next = { text, refused, over: stored }
    keep(next, isUnsettled(next))
  })
  useTellUnfinished(of, stored)
  const parsed = useMemo(
    () => (typed.value.trim() === '' ? null : parseFormula(typed.value, scope, expected)),
    [typed.value, scope, expected],
  )
  return {
    value: typed.value,
    parsed,
    refused: shown !== null && shown.text === typed.value ? shown.refused : none,
    type: (text) => {
      setWritten(true)
      typed.type(text)
    },
    leave: () => {
      typed.commit()
      setWritten(false)
      settle((one) => (one !== null && isUnsettled(one) ? one : null))
    },
  }
}
