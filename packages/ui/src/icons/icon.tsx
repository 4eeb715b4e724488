import { lazy, Suspense } from 'react'
import { iconRegistry, isFirstIcon, type IconName } from './icon-registry.ts'

const MoreIcon = lazy(async () => ({ default: (await import('./more-icon.tsx')).MoreIcon }))

export interface IconProps<N extends string = string> {
  /** A name of the registry, which the compiler looks up; one that comes from a document and is unknown is drawn as a plain sheet. */
  readonly name: string extends N ? N : N & IconName
  readonly className?: string
}

/** Keeps the place of an icon that is on its way. */
function IconPlace({ className = '' }: Pick<IconProps, 'className'>) {
  return (
    <span className={`anticon ${className}`} style={{ width: '1em', height: '1em' }} aria-hidden="true" />
  )
}

/** A decorative icon: the text beside it, or the `aria-label` around it, says what it means. */
export function Icon<N extends string>(props: IconProps<N>) {
  const { className } = props
  const name: string = props.name
  const own = className === undefined ? {} : { className }
  if (isFirstIcon(name)) {
    const Drawing = iconRegistry[name]
    return <Drawing aria-hidden="true" {...own} />
  }
  return (
    <Suspense fallback={<IconPlace {...own} />}>
      <MoreIcon name={name} {...own} />
    </Suspense>
  )
}
