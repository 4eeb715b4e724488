import { Segmented } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { Property } from './property.tsx'

export type Display = 'dropdown' | 'radio' | 'checkboxes' | 'buttons' | 'switch' | 'checkbox'

export interface DisplayPropertyProps<D extends Display> {
  /** The first is what a field shows when nothing is said. */
  readonly displays: readonly D[]
  readonly value: D | undefined
  readonly onDisplay: (display: D | undefined) => void
}

/** How the control of a field looks in a form. */
export function DisplayProperty<D extends Display>({ displays, value, onDisplay }: DisplayPropertyProps<D>) {
  const t = useTexts()
  const [usual] = displays
  return (
    <Property label={t('options.display')} group>
      {() => (
        <Segmented<D>
          block
          size="small"
          aria-label={t('options.display')}
          {...(usual === undefined ? {} : { value: value ?? usual })}
          options={displays.map((display) => ({ value: display, label: t(`options.${display}`) }))}
          onChange={(display) => onDisplay(display === usual ? undefined : display)}
        />
      )}
    </Property>
  )
}
