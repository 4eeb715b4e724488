import { ProblemError, type MapBox, type Query } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import {
  boxAround,
  boxFilter,
  useRenderer,
  world,
  type MapRecords,
  type MapSide,
  type MapSight,
} from '@pipewright/renderer'
import { RecordMap } from '@pipewright/renderer/map'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useMemo, useState } from 'react'
import { useMapRecords } from '../../../queries/map.ts'
import { useRecordPages } from '../../../queries/records.ts'
import { useRecordCount } from '../../../queries/timeline.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import type { ListProps } from '../list-props.ts'
import { among, mapNarrowing } from '../list-query.ts'
import { ListTools } from '../list-tools.tsx'
import { useOpenRecord } from '../use-open-record.ts'
import type { ListView } from '../views/list-view.ts'
import { readLand } from './land.ts'

type PlacedView = ListView & { readonly place: string }

/** A list beside the map, read while it is looked at. */
function useList(form: string, query: Query, count: MapRecords['count'], isShown: boolean): MapRecords {
  const pages = useRecordPages(useWorkspace().workspace.key, form, query, isShown)
  return {
    count,
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    hasMore: pages.hasNextPage,
    loading: pages.isFetching,
    onMore: () => void pages.fetchNextPage(),
  }
}

/** Where records lie, in sight and at all. */
function useLying(form: string, view: PlacedView, narrowing: Query, sight: MapSight | null) {
  const workspace = useWorkspace().workspace.key
  const colored = view.colorBy === undefined ? {} : { colorBy: view.colorBy }
  const asked = { ...narrowing, ...colored, field: view.place }
  const all = useMapRecords(workspace, form, { ...asked, box: world, zoom: 0, apart: 16 })
  const near = useMapRecords(workspace, form, sight === null ? null : { ...asked, ...sight })
  return { all, near }
}

function useLists(
  { form, view }: ListProps & { readonly view: PlacedView },
  query: Query,
  shown: { readonly box: MapBox; readonly count: number | undefined; readonly side: MapSide },
) {
  const sorted = { ...query, sort: view.sort ?? [] }
  const placed = among(sorted, boxFilter(view.place, shown.box))
  const empty = among(sorted, { isEmpty: [{ var: view.place }] })
  const without = useRecordCount(useWorkspace().workspace.key, form.key, empty)
  const count = shown.count === undefined ? undefined : { count: shown.count, exact: true }
  return {
    inSight: useList(form.key, placed, count, shown.side === 'inSight' && count !== undefined),
    nowhere: useList(form.key, empty, without.data, shown.side === 'nowhere'),
  }
}

function Placed(props: ListProps & { readonly view: PlacedView }) {
  const { form, view, address, onAddress } = props
  const [sight, onSight] = useState<MapSight | null>(null)
  const [side, onSide] = useState<MapSide>('inSight')
  const [spot, onSpot] = useState<MapBox | null>(null)
  const open = useOpenRecord(form)
  const { mapTiles: tiles } = useWorkspace()
  const label = localize(view.label, useUiLocale())
  const narrowing = mapNarrowing(view, address)
  const { all, near } = useLying(form.key, view, narrowing, sight)
  const extent = useMemo(() => all.data && (boxAround(all.data.cells) ?? null), [all.data])
  const count = near.data?.cells.reduce((sum, cell) => sum + cell.count, 0)
  const lists = useLists(props, narrowing, { box: spot ?? sight?.box ?? world, count, side })
  const failed = [all, near].find(({ isError, data }) => isError && data === undefined)
  if (failed !== undefined)
    return (
      <ErrorNotice
        problem={failed.error instanceof ProblemError ? failed.error.problem : null}
        onRetry={() => void failed.refetch()}
      />
    )
  return (
    <>
      <ListTools {...props} />
      <RecordMap
        view={view}
        label={label}
        at={address.at}
        onAt={(at) => onAddress({ at })}
        onSight={(next) => {
          onSight(next)
          onSpot(null)
        }}
        cells={near.data?.cells ?? []}
        alone={near.data?.rows ?? []}
        extent={extent}
        {...lists}
        side={side}
        onSide={onSide}
        spot={spot}
        onSpot={onSpot}
        land={readLand}
        tiles={tiles}
        onOpen={open}
      />
    </>
  )
}

/** Records where they lie, by the location that the view names. */
export function MapView(props: ListProps) {
  const { index } = useRenderer()
  const { view } = props
  const placed = useMemo(
    () => (view.place === undefined ? undefined : { ...view, place: view.place }),
    [view],
  )
  if (placed === undefined || index.field(view.form, placed.place)?.field.type !== 'location') return null
  return <Placed {...props} view={placed} />
}
