import { Icon } from '@pipewright/ui'
import { useDraftState } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Whether everything is kept: said quietly while it is, clearly when the connection is lost. */
export function SaveState() {
  const t = useTexts()
  const { waiting, connected, busy } = useDraftState()
  const state = !connected ? 'lost' : waiting.length > 0 || busy ? 'saving' : 'saved'
  const icon = { lost: 'warning', saving: 'cloud', saved: 'check' }[state]
  return (
    <span className="pwd-save" data-state={state} role="status" title={t(`bar.${state}Long`)}>
      <Icon name={icon} /> <span className="pwd-save-text">{t(`bar.${state}`)}</span>
    </span>
  )
}
