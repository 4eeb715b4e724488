import { useId, type ReactNode } from 'react'

export interface PropertyProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  /** A control that takes the id of the label; groups leave it unused. */
  readonly children: (id: string) => ReactNode
  /** The control stands beside the label: for switches. */
  readonly inline?: boolean
  /** The control is a group with a name of its own. */
  readonly group?: boolean
}

/** One line of a property sheet. */
export function Property({ label, help, children, inline, group }: PropertyProps) {
  const id = useId()
  const Label = group === true ? 'span' : 'label'
  return (
    <div className="pwd-property" data-inline={inline === true ? '' : undefined}>
      <Label className="pwd-property-label" {...(group === true ? {} : { htmlFor: id })}>
        {label}
      </Label>
      {children(id)}
      {help !== undefined && <div className="pwd-property-help">{help}</div>}
    </div>
  )
}

/** A titled part of a property sheet. */
export function PropertyGroup(props: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <section className="pwd-group" aria-label={props.title}>
      <div className="pwd-group-head">
        <h3>{props.title}</h3>
        {props.action}
      </div>
      {props.children}
    </section>
  )
}
