import { StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../texts/use-text.ts'
import type { Place } from './place.ts'
import { useFavourites, useToggleFavourite } from './use-places.ts'

/** Puts the page among the favourites of the navigation, or takes it out. */
export function FavouriteStar(props: { place: Place }) {
  const text = useText()
  const toggle = useToggleFavourite()
  const on = useFavourites().some(({ path }) => path === props.place.path)
  return (
    <Button
      type="text"
      aria-pressed={on}
      aria-label={text('favourite')}
      title={text('favourite')}
      className={on ? 'star-on' : 'star'}
      icon={on ? <StarFilled /> : <StarOutlined />}
      onClick={() => toggle(props.place)}
    />
  )
}
