import type { GeoJsonObject } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import address from 'world-atlas/land-50m.json?url'
import { flatLand } from './flat-land.ts'

let outlines: Promise<GeoJsonObject> | undefined

async function read(): Promise<GeoJsonObject> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error('no outlines of land')
  const topology = (await answer.json()) as Topology
  const { land } = topology.objects
  if (land === undefined) throw new Error('no land')
  const shapes = feature(topology, land)
  const features = shapes.type === 'FeatureCollection' ? shapes.features : [shapes]
  return flatLand(
    features.flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return geometry.coordinates
      return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
    }),
  )
}

/** Outlines of land, from our own server and once: coasts, and no borders, which not everybody draws alike. */
export function readLand(): Promise<GeoJsonObject> {
  outlines ??= read().catch((error: unknown) => {
    outlines = undefined
    throw error
  })
  return outlines
}
