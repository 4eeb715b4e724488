import { Switch } from 'antd'
import { DisplayProperty, type Display } from '../parts/display-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface AnswerPropertiesProps<D extends Display> {
  readonly field: { readonly display?: D; readonly other?: boolean }
  readonly displays: readonly D[]
  readonly onDisplay: (display: D | undefined) => void
  readonly onOther: (other: true | undefined) => void
}

/** How the options are offered, and whether people may answer something else. */
export function AnswerProperties<D extends Display>(props: AnswerPropertiesProps<D>) {
  const { field, displays, onDisplay, onOther } = props
  const t = useTexts()
  return (
    <>
      <DisplayProperty displays={displays} value={field.display} onDisplay={onDisplay} />
      <Property label={t('options.other')} help={t('options.otherHelp')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={field.other === true}
            onChange={(other) => onOther(other ? true : undefined)}
          />
        )}
      </Property>
    </>
  )
}
