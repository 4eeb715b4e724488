import { iconRegistry, isIconName } from './icon-registry.ts'

export interface IconProps {
  /** A name of the registry; an unknown one is drawn as a plain sheet. */
  readonly name: string
  readonly className?: string
}

/** A decorative icon: the text beside it, or the `aria-label` around it, says what it means. */
export function Icon({ name, className }: IconProps) {
  const Drawing = iconRegistry[isIconName(name) ? name : 'file-text']
  return <Drawing aria-hidden="true" {...(className === undefined ? {} : { className })} />
}
