import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { SamplePicker } from '../formula/sample/sample-picker.tsx'
import type { Sample } from '../formula/sample/use-sample.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface ExampleFootProps {
  readonly form: string
  readonly sample: Sample
  readonly isFull: boolean
  readonly onAdd: () => void
  readonly onTake: () => void
}

/** As many rows as a definition keeps. */
export const mostExamples = 50

/** Adds a row: an empty one, or one with the values of a record. */
export function ExampleFoot({ form, sample, isFull, onAdd, onTake }: ExampleFootProps) {
  const t = useTexts()
  return (
    <div className="pwd-example-foot">
      <Button size="small" icon={<Icon name="plus" />} disabled={isFull} onClick={onAdd}>
        {t('examples.add')}
      </Button>
      <SamplePicker
        form={form}
        label={t('examples.from')}
        choice={sample.choice}
        without={t('examples.choose')}
        onChoose={sample.choose}
      />
      <Button
        size="small"
        disabled={isFull || sample.choice === null || sample.data === undefined}
        onClick={onTake}
      >
        {t('examples.take')}
      </Button>
    </div>
  )
}
