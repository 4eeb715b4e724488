import { Icon } from '@pipewright/ui'
import { Button, Tooltip } from 'antd'

export interface ToolButtonProps {
  readonly icon: string
  readonly label: string
  /** Keys that do the same. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly onClick: () => void
}

/** A button of the bar: an icon with a name. */
export function ToolButton({ icon, label, keys, disabled, pressed, onClick }: ToolButtonProps) {
  return (
    <Tooltip title={keys === undefined ? label : `${label} (${keys})`}>
      <Button
        type={pressed === true ? 'default' : 'text'}
        icon={<Icon name={icon} />}
        aria-label={label}
        disabled={disabled === true}
        onClick={onClick}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      />
    </Tooltip>
  )
}
