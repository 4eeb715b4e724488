import { memo } from 'react'
import { useFixed } from '../../environment/use-fixed.ts'
import { ItemsFoot, type ItemsFootProps } from './items-foot.tsx'
import { ItemsPick, type ItemsPickProps } from './items-pick.tsx'
import { ItemsTools, type ItemsToolsProps } from './items-tools.tsx'

type BarProps = Omit<ItemsFootProps, 'children'> &
  Pick<ItemsPickProps, 'field' | 'record' | 'room'> &
  Pick<ItemsToolsProps, 'onChecked'>

const Bar = memo(function Bar({ field, record, room, onChecked, ...foot }: BarProps) {
  const { count, change } = foot
  return (
    <ItemsFoot {...foot}>
      <ItemsPick field={field} record={record} room={room} change={change} />
      <ItemsTools field={field} count={count} change={change} onChecked={onChecked} />
    </ItemsFoot>
  )
})

const nothing = () => ({})

/** What is offered below the rows; a key typed into a cell does not draw it again. */
export function ItemsBar({ record, onChecked, onAdd, ...bar }: BarProps) {
  const read = useFixed(record ?? nothing)
  const checked = useFixed(() => onChecked?.())
  const add = useFixed(onAdd)
  return <Bar {...bar} record={record && read} onChecked={checked} onAdd={add} />
}
