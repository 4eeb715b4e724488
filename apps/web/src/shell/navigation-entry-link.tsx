import { Icon } from '@pipewright/ui'
import { NavLink, useLocation } from 'react-router'

export interface NavigationEntryLinkProps {
  readonly to: string
  readonly icon: string
  readonly label: string
}

const isOutside = (to: string): boolean => /^https?:/.test(to)

/** An entry of the navigation. What leads out of the product opens beside it. */
export function NavigationEntryLink({ to, icon, label }: NavigationEntryLinkProps) {
  const { pathname, search } = useLocation()
  const inside = (
    <>
      <Icon name={icon} />
      <span>{label}</span>
    </>
  )
  if (isOutside(to))
    return (
      <a href={to} target="_blank" rel="noopener noreferrer" className="nav-item" title={label}>
        {inside}
      </a>
    )
  // A view is another entry than its form, and is open only while its address is.
  const isHere = !to.includes('?') || to === `${pathname}${search}`
  return (
    <NavLink
      to={to}
      end
      className={({ isActive }) => (isActive && isHere ? 'nav-item active' : 'nav-item')}
      title={label}
      {...(isHere ? {} : { 'aria-current': 'false' })}
    >
      {inside}
    </NavLink>
  )
}
