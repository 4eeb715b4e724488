import { Icon } from '@pipewright/ui'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'

interface PositionButtonProps {
  readonly disabled?: boolean
  readonly onPosition: (latitude: string, longitude: string) => void
}

const digits = 6

/** Asks the device where it is; why it did not answer is said beside the button. */
export function PositionButton({ disabled = false, onPosition }: PositionButtonProps) {
  const t = useTexts()
  const [state, setState] = useState<'idle' | 'asking' | 'denied' | 'failed'>('idle')
  const ask = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onPosition(coords.latitude.toFixed(digits), coords.longitude.toFixed(digits))
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  }
  return (
    <>
      <Tooltip title={t('control.myPosition')}>
        <Button
          aria-label={t('control.myPosition')}
          icon={<Icon name="aim" />}
          disabled={disabled || !('geolocation' in navigator)}
          loading={state === 'asking'}
          onClick={ask}
        />
      </Tooltip>
      <span role="status" className="pw-quiet">
        {state === 'denied' && t('control.positionDenied')}
        {state === 'failed' && t('control.positionFailed')}
      </span>
    </>
  )
}
