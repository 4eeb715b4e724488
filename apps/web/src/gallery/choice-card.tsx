import type { DragEvent, ReactNode } from 'react'

const dropOf = (onFile: (file: File) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
  },
})

/** One of several beginnings to choose from. */
export function ChoiceCard(props: {
  name: string
  picture: ReactNode
  chosen: boolean
  /** Takes a file that is dropped on the card. */
  onFile?: (file: File) => void
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
      {...(props.onFile === undefined ? {} : dropOf(props.onFile))}
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
