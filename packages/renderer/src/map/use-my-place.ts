import { circle, circleMarker, layerGroup, type LayerGroup, type Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState } from 'react'

export type MyPlaceState = 'idle' | 'asking' | 'denied' | 'failed'

const nearZoom = 13

function drawMe(map: LeafletMap, { latitude, longitude, accuracy }: GeolocationCoordinates): LayerGroup {
  const at: [number, number] = [latitude, longitude]
  return layerGroup([
    circle(at, { radius: accuracy, className: 'pw-map-near', interactive: false, weight: 1 }),
    circleMarker(at, { radius: 7, className: 'pw-map-me', interactive: false, weight: 2 }),
  ]).addTo(map)
}

/** Goes to where the device is: asked for on a click alone, and told to nobody. */
export function useMyPlace(map: LeafletMap | null) {
  const [state, setState] = useState<MyPlaceState>('idle')
  const me = useRef<LayerGroup | undefined>(undefined)
  useEffect(() => () => void me.current?.remove(), [map])
  const ask = () => {
    if (map === null) return
    if (!('geolocation' in navigator)) return setState('failed')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        me.current?.remove()
        me.current = drawMe(map, coords)
        map.setView([coords.latitude, coords.longitude], nearZoom)
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  }
  return { state, ask, dismiss: () => setState('idle') }
}
