import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'

export type FormulaPanel = 'names' | 'steps'

export interface FormulaToolsProps {
  readonly panel: FormulaPanel | null
  readonly large: boolean
  readonly hasSteps: boolean
  readonly onPanel: (panel: FormulaPanel | null) => void
  readonly children: ReactNode
}

/** Opens what stands around a formula; where there is room, all of it is open anyway. */
export function FormulaTools({ panel, large, hasSteps, onPanel, children }: FormulaToolsProps) {
  const t = useTexts()
  if (large) return null
  const button = (one: FormulaPanel, icon: string) => (
    <Button
      type="text"
      size="small"
      icon={<Icon name={icon} />}
      aria-expanded={panel === one}
      onClick={() => onPanel(panel === one ? null : one)}
    >
      {t(`formula.${one}`)}
    </Button>
  )
  return (
    <div className="pwd-formula-tools">
      {button('names', 'formula')}
      {hasSteps && button('steps', 'play')}
      <span className="pwd-bar-gap" />
      {children}
    </div>
  )
}
