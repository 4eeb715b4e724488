import type { LabelledScope, ValueType } from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { FormulaBench } from './formula-bench.tsx'
import './formula.css'
import { useFormulaText } from './use-formula-text.ts'

export interface FormulaEditorProps {
  /** What the formula is of: text that is not right yet waits under this name as long as the designer is open. */
  readonly of?: string
  readonly label: string
  readonly scope: LabelledScope
  readonly value: Expression | undefined
  /** What the calculation must give. */
  readonly expected?: ValueType
  /** Whose records the formula is for: it is tried with one of them while it is written. */
  readonly site?: Place
  /** Only formulas without problems; undefined when nothing is left. */
  readonly onCommit: (expression: Expression | undefined, type: ValueType | null) => void
  readonly placeholder?: string
  /** What stands below, for the formula as it is typed; undefined while something is wrong with it. */
  readonly below?: (live: Expression | undefined) => ReactNode
}

/** Formula text with names to choose from, what is wrong under the very word, and what it gives for a record. */
export function FormulaEditor(props: FormulaEditorProps) {
  const t = useTexts()
  const text = useFormulaText(props)
  const [large, setLarge] = useState(false)
  const bench = { ...props, text, placeholder: props.placeholder ?? t('formula.placeholder') }
  return (
    <>
      {!large && (
        <FormulaBench
          {...bench}
          large={false}
          action={
            <Button
              type="text"
              size="small"
              icon={<Icon name="expand" />}
              aria-label={t('formula.enlarge')}
              title={t('formula.enlarge')}
              onClick={() => setLarge(true)}
            />
          }
        />
      )}
      <Modal
        open={large}
        width={1080}
        title={props.label}
        footer={null}
        keyboard={false}
        destroyOnHidden
        onCancel={() => {
          text.leave()
          setLarge(false)
        }}
      >
        <FormulaBench {...bench} large />
      </Modal>
    </>
  )
}
