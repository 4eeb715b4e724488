import type { Widget } from '@pipewright/schemas'
import { Checkbox } from 'antd'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

const kinds = ['approval', 'task', 'followUp'] as const satisfies readonly NonNullable<
  Widget['only']
>[number][]

export interface WaitingKindsProps {
  readonly widget: Widget
  readonly change: (widget: Widget) => void
}

/** Which kinds of what waits are listed: at least one, all of them when nothing was chosen. */
export function WaitingKinds({ widget, change }: WaitingKindsProps) {
  const t = useTexts()
  const chosen = widget.only ?? kinds
  const choose = (value: readonly string[]) => {
    const { only: _, ...rest } = widget
    const only = kinds.filter((kind) => value.includes(kind))
    change(only.length === kinds.length ? rest : { ...rest, only })
  }
  return (
    <Property label={t('dashboards.kinds')} group>
      {() => (
        <Checkbox.Group
          role="group"
          aria-label={t('dashboards.kinds')}
          options={kinds.map((value) => ({
            value,
            label: t(`dashboards.kind_${value}`),
            disabled: chosen.length === 1 && chosen.includes(value),
          }))}
          value={[...chosen]}
          onChange={choose}
        />
      )}
    </Property>
  )
}
