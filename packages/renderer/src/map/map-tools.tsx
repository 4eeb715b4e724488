import { Icon, type IconName } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import type { Map as LeafletMap } from 'leaflet'
import type { MapBox } from '@pipewright/contract'
import { useTexts } from '../texts/use-texts.ts'
import { fitBox } from './use-leaflet.ts'
import { useMyPlace } from './use-my-place.ts'

function Tool(props: {
  readonly icon: IconName
  readonly label: string
  readonly loading?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}) {
  const { icon, label, ...rest } = props
  return (
    <Button {...rest} className="pw-map-tool" icon={<Icon name={icon} />} aria-label={label} title={label} />
  )
}

/** What stands in a corner of a map: nearer and farther, all records, and where one is. */
export function MapTools(props: {
  readonly map: LeafletMap | null
  readonly extent: MapBox | null | undefined
}) {
  const { map, extent } = props
  const t = useTexts()
  const { state, ask, dismiss } = useMyPlace(map)
  return (
    <>
      <div className="pw-map-tools" role="group" aria-label={t('map.tools')}>
        <Tool icon="plus" label={t('map.nearer')} onClick={() => map?.zoomIn()} />
        <Tool icon="minus" label={t('map.farther')} onClick={() => map?.zoomOut()} />
        <Tool
          icon="expand"
          label={t('map.fit')}
          disabled={extent === null || extent === undefined}
          onClick={() => map !== null && extent && fitBox(map, extent)}
        />
        <Tool icon="aim" label={t('map.me')} loading={state === 'asking'} onClick={ask} />
      </div>
      {(state === 'denied' || state === 'failed') && (
        <Alert
          className="pw-map-alert"
          type="info"
          showIcon
          role="status"
          title={t(state === 'denied' ? 'map.denied' : 'map.failed')}
          closable={{ onClose: dismiss, 'aria-label': t('map.close') }}
        />
      )}
    </>
  )
}
