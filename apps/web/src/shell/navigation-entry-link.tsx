import { Icon } from '@pipewright/ui'
import { NavLink } from 'react-router'

export function NavigationEntryLink(props: { to: string; icon: string; label: string }) {
  return (
    <NavLink to={props.to} end className="nav-item" title={props.label}>
      <Icon name={props.icon} />
      <span>{props.label}</span>
    </NavLink>
  )
}
