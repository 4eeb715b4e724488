import { useNarrow } from '@pipewright/ui'
import { Steps } from 'antd'
import { useText } from '../../texts/use-text.ts'

/** Where in the import one is: four steps side by side, on a phone one line. */
export function ImportSteps({ step }: { step: number }) {
  const text = useText()
  const titles = [text('uploadTitle'), text('importMap'), text('importPreview'), text('importButton')]
  if (useNarrow())
    return (
      <p className="quiet import-step">
        {text('importStep', { step: step + 1, count: titles.length, title: titles[step] ?? '' })}
      </p>
    )
  return <Steps size="small" current={step} items={titles.map((title) => ({ title }))} />
}
