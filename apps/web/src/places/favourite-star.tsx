import { StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../texts/use-text.ts'
import { usePlaces, useToggleFavourite } from './use-places.ts'

/** Puts the page among the favourites of the navigation, or takes it out. */
export function FavouriteStar({ path, title = null }: { path: string; title?: string | null }) {
  const text = useText()
  const toggle = useToggleFavourite()
  const on = usePlaces().favourites.some((place) => place.path === path)
  return (
    <Button
      type="text"
      aria-pressed={on}
      aria-label={text('favourite')}
      title={text('favourite')}
      className={on ? 'star-on' : 'star'}
      icon={on ? <StarFilled /> : <StarOutlined />}
      onClick={() => toggle({ path, title }, on)}
    />
  )
}
