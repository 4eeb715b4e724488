import { lazy, Suspense } from 'react'
import { iconRegistry, isFirstIcon } from './icon-registry.ts'

const MoreIcon = lazy(async () => ({ default: (await import('./more-icon.tsx')).MoreIcon }))

export interface IconProps {
  /** A name of the registry; an unknown one is drawn as a plain sheet. */
  readonly name: string
  readonly className?: string
}

/** Keeps the place of an icon that is on its way. */
function IconPlace({ className = '' }: Pick<IconProps, 'className'>) {
  return (
    <span className={`anticon ${className}`} style={{ width: '1em', height: '1em' }} aria-hidden="true" />
  )
}

/** A decorative icon: the text beside it, or the `aria-label` around it, says what it means. */
export function Icon({ name, className }: IconProps) {
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
