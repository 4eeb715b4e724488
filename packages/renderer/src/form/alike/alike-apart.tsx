import type { Match } from '@pipewright/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'

interface AlikeApartProps {
  readonly form: string
  readonly record: string
  readonly match: Match
}

/** Says that the record is another one than that being changed, for whoever may change both; it can be taken back at once. */
export function AlikeApart({ form, record, match }: AlikeApartProps) {
  const t = useTexts()
  const { data, rights } = useRenderer()
  const [isApart, setApart] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const { tellApart } = data
  if (tellApart === undefined || rights[form]?.update !== true) return null
  const tell = () => {
    setState('busy')
    tellApart(form, [record, match.id], !isApart)
      .then(() => {
        setApart(!isApart)
        setState('idle')
      })
      .catch(() => setState('failed'))
  }
  return (
    <span role="status">
      {isApart && `${t('form.toldApart')} `}
      {state === 'failed' && `${t('form.notTold')} `}
      <Button size="small" loading={state === 'busy'} onClick={tell}>
        {t(isApart ? 'form.undoApart' : 'form.notAlike')}
        <span className="pw-hidden-text"> {match.title}</span>
      </Button>
    </span>
  )
}
