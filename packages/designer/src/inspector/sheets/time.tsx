import type { TimeField } from '@pipewright/schemas'
import { Switch } from 'antd'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

/** With or without seconds. */
export function TimeSheet({ field, change }: SheetProps<TimeField>) {
  const t = useTexts()
  return (
    <Property label={t('inspector.seconds')} inline>
      {(id) => (
        <Switch
          id={id}
          size="small"
          checked={field.seconds === true}
          onChange={(seconds) => change({ seconds: seconds ? true : undefined })}
        />
      )}
    </Property>
  )
}
