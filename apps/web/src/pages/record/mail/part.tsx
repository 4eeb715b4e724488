import { useId, type ReactNode } from 'react'

export interface PartProps {
  readonly label: string
  readonly wrong: string | undefined
  readonly children: (own: {
    readonly id: string
    readonly status?: 'error'
    readonly 'aria-describedby'?: string
    readonly 'aria-invalid'?: true
  }) => ReactNode
}

/** A part of a mail with its name, and below it what is wrong with it. */
export function Part({ label, wrong, children }: PartProps) {
  const id = useId()
  const said = `${id}-wrong`
  return (
    <div className="mail-part">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(wrong === undefined ? {} : { status: 'error', 'aria-describedby': said, 'aria-invalid': true }),
      })}
      {wrong !== undefined && (
        <p id={said} role="alert" className="mail-wrong">
          {wrong}
        </p>
      )}
    </div>
  )
}
