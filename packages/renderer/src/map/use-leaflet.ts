import { geoJSON, map as leafletMap, tileLayer, type Map as LeafletMap } from 'leaflet'
import type { GeoJsonObject } from 'geojson'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MapBox } from '@pipewright/contract'
import { crsOf } from './crs.ts'
import type { Datum } from './datum.ts'
import type { MapTiles } from './record-map-props.ts'
import { boxOf, mostZoom, readPosition, writePosition, type MapSight } from './map-sight.ts'
import 'leaflet/dist/leaflet.css'

/** Beyond it the projection of the web has no map. */
const lastLatitude = 85.06
/** A map of records at one place shows what lies around them. */
const nearest = 13

const isCalm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
const isTouched = (): boolean => globalThis.matchMedia?.('(pointer: coarse)').matches ?? false

function makeMap(element: HTMLElement, datum: Datum): LeafletMap {
  const moves = !isCalm()
  return leafletMap(element, {
    crs: crsOf(datum),
    zoomControl: false,
    attributionControl: false,
    minZoom: 1,
    maxZoom: mostZoom,
    maxBounds: [
      [-lastLatitude, -180],
      [lastLatitude, 180],
    ],
    maxBoundsViscosity: 1,
    zoomAnimation: moves,
    fadeAnimation: moves,
    markerZoomAnimation: moves,
    inertia: moves,
  })
}

export function fitBox(map: LeafletMap, { south, west, north, east }: MapBox): void {
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { maxZoom: Math.max(nearest, map.getZoom() || 0), padding: [40, 40], animate: !isCalm() },
  )
}

function sightOf(map: LeafletMap): MapSight {
  const bounds = map.getBounds()
  const box = {
    south: bounds.getSouth(),
    west: bounds.getWest(),
    north: bounds.getNorth(),
    east: bounds.getEast(),
  }
  return { box: boxOf(box), zoom: map.getZoom(), apart: isTouched() ? 46 : 32 }
}

interface MapSite {
  readonly at: string | null
  readonly extent: MapBox | null | undefined
  readonly onAt: (at: string) => void
  readonly onSight: (sight: MapSight) => void
}

/** Begins where the address says, or where the records lie; says where it has come to. */
function useWhere(map: LeafletMap | null, { at, extent, onAt, onSight }: MapSite): void {
  // What was said lately: an address that comes late with one of them is no wish to go back there.
  const said = useRef<string[]>([])
  const tell = useRef({ onAt, onSight })
  useEffect(() => {
    tell.current = { onAt, onSight }
  })
  useEffect(() => {
    if (map === null) return undefined
    const moved = () => {
      const { lat, lng } = map.getCenter()
      const now = writePosition({ latitude: lat, longitude: lng, zoom: map.getZoom() })
      tell.current.onSight(sightOf(map))
      if (now === said.current[0]) return
      const isFirst = said.current.length === 0
      said.current = [now, ...said.current.slice(0, 20)]
      if (!isFirst) tell.current.onAt(now)
    }
    map.on('moveend', moved)
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false }))
    observer.observe(map.getContainer())
    return () => {
      map.off('moveend', moved)
      observer.disconnect()
    }
  }, [map])
  useEffect(() => {
    const position = readPosition(at)
    if (map === null || at === null || position === undefined || said.current.includes(at)) return
    map.setView([position.latitude, position.longitude], position.zoom, { animate: false })
  }, [map, at])
  const isFree = readPosition(at) === undefined
  useEffect(() => {
    if (map === null || !isFree || extent === undefined || said.current.length > 0) return
    if (extent === null) map.setView([25, 10], 2, { animate: false })
    else fitBox(map, extent)
  }, [map, isFree, extent])
}

type Land = () => Promise<GeoJsonObject>

/** Coasts, so that points have a place where there is no other map. */
function drawLand(map: LeafletMap, land: Land): () => void {
  let isGone = false
  const layer = geoJSON(undefined, { interactive: false, style: { className: 'pw-map-land', weight: 1 } })
  void land()
    .then((outlines) => {
      if (!isGone) layer.addData(outlines).addTo(map)
    })
    .catch(() => undefined)
  return () => {
    isGone = true
    layer.remove()
  }
}

/** The map that was set up, or coasts of our own: then nothing is asked for elsewhere. */
function useGround(map: LeafletMap | null, land: Land, address: string | undefined): void {
  useEffect(() => {
    if (map === null) return undefined
    if (address === undefined) return drawLand(map, land)
    // Servers of tiles want to know whose page it is; they learn the host and no more.
    const layer = tileLayer(address, { maxZoom: mostZoom, noWrap: true, referrerPolicy: 'strict-origin' })
    layer.addTo(map)
    return () => void layer.remove()
  }, [map, land, address])
}

interface GroundSite extends MapSite {
  readonly land: Land
  readonly tiles: MapTiles | undefined
}

/** The map of an element. */
export function useLeaflet(site: GroundSite) {
  const { land, tiles } = site
  const datum = tiles?.datum ?? 'wgs84'
  const [map, setMap] = useState<LeafletMap | null>(null)
  const mount = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) return undefined
      const made = makeMap(element, datum)
      setMap(made)
      return () => {
        setMap(null)
        made.remove()
      }
    },
    [datum],
  )
  useWhere(map, site)
  useGround(map, land, tiles?.address)
  return { map, mount }
}
