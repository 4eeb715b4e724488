import type { RefObject } from 'react'

export interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly label: string | undefined
  readonly accept: string | undefined
  readonly multiple?: boolean
  /** Only what the camera takes now. */
  readonly camera?: boolean
  readonly onChosen: (files: readonly File[]) => void
}

/** Opens the file dialog of the browser; a button beside it presses it. */
export function FileInput({
  input,
  label,
  accept,
  multiple = false,
  camera = false,
  onChosen,
}: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      multiple={multiple}
      hidden
      aria-label={label}
      tabIndex={-1}
      {...(accept === undefined ? {} : { accept })}
      {...(camera ? { capture: 'environment' as const } : {})}
      onChange={(event) => {
        onChosen([...(event.target.files ?? [])])
        // The same file may be chosen again.
        event.target.value = ''
      }}
    />
  )
}
