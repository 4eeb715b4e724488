import type { ReactNode } from 'react'

/** One of several beginnings to choose from. */
export function ChoiceCard(props: {
  name: string
  picture: ReactNode
  chosen: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={props.chosen}
      className="gallery-card"
      onClick={props.onChoose}
    >
      <span className="gallery-picture" aria-hidden="true">
        {props.picture}
      </span>
      <span className="gallery-words">
        <strong>{props.name}</strong>
        {props.children}
      </span>
    </button>
  )
}
