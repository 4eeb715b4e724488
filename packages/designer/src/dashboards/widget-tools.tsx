import type { Dashboard, Widget } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { placeWidget, removeWidget } from './widget-edits.ts'

const steps = [
  { name: 'left', icon: 'left', by: { x: -1 } },
  { name: 'right', icon: 'right', by: { x: 1 } },
  { name: 'up', icon: 'up', by: { y: -1 } },
  { name: 'down', icon: 'down', by: { y: 1 } },
] as const

const sizes = [
  { name: 'narrower', by: { w: -1 } },
  { name: 'wider', by: { w: 1 } },
  { name: 'shorter', by: { h: -1 } },
  { name: 'taller', by: { h: 1 } },
] as const

export interface WidgetToolsProps {
  readonly dashboard: Dashboard
  readonly widget: Widget
  readonly name: string
  readonly save: (dashboard: Dashboard) => void
}

/** Moves, resizes and removes the chosen report. */
export function WidgetTools({ dashboard, widget, name, save }: WidgetToolsProps) {
  const t = useTexts()
  return (
    <div className="pwd-line" role="toolbar" aria-label={name}>
      <strong className="pwd-cut">{name}</strong>
      <span className="pwd-bar-gap" />
      {steps.map((step) => (
        <Button
          key={step.name}
          size="small"
          icon={<Icon name={step.icon} />}
          aria-label={t(`dashboards.${step.name}`)}
          onClick={() => save(placeWidget(dashboard, widget.key, step.by))}
        />
      ))}
      {sizes.map((size) => (
        <Button
          key={size.name}
          size="small"
          onClick={() => save(placeWidget(dashboard, widget.key, size.by))}
        >
          {t(`dashboards.${size.name}`)}
        </Button>
      ))}
      <Button
        size="small"
        danger
        icon={<Icon name="delete" />}
        onClick={() => save(removeWidget(dashboard, widget.key))}
      >
        {t('canvas.remove')}
      </Button>
    </div>
  )
}
