import type { FormulaTrace, TracedPart } from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import { Input } from 'antd'
import { useId } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { SamplePicker } from './sample/sample-picker.tsx'
import type { Sample } from './sample/use-sample.ts'

export interface StepsPanelProps {
  readonly text: string
  readonly site: Place
  readonly sample: Sample
  readonly trace: FormulaTrace
  readonly tell: (part: TracedPart) => string
  readonly onShow: (part: TracedPart, focus: boolean) => void
}

const most = 200

function ExampleInputs({ sample }: { readonly sample: Sample }) {
  const id = useId()
  return (
    <div className="pwd-examples">
      {sample.inputs.map(({ path, label }) => (
        <label key={path} htmlFor={`${id}-${path}`}>
          <span className="pwd-cut">{label}</span>
          <Input
            id={`${id}-${path}`}
            size="small"
            value={sample.typed[path] ?? ''}
            placeholder={String(sample.data?.[path] ?? '')}
            onChange={(event) => sample.type(path, event.target.value)}
          />
        </label>
      ))}
    </div>
  )
}

const isIn = (part: TracedPart, outer: TracedPart): boolean =>
  outer !== part && outer.from <= part.from && part.to <= outer.to

/** Parts by how deep they stand in others. What stands there as it is, is no step, nor what is inside a part not needed. */
function stepsOf(parts: readonly TracedPart[]) {
  const steps = parts
    .filter(({ isLiteral }) => !isLiteral)
    .filter((part) => !parts.some((outer) => outer.value === undefined && isIn(part, outer)))
    .slice(0, most)
  return steps.map((part) => ({
    part,
    depth: steps.filter((outer) => isIn(part, outer)).length,
  }))
}

/** Every part of the formula with what it gives for one record, from the whole to its fields. */
export function StepsPanel({ text, site, sample, trace, tell, onShow }: StepsPanelProps) {
  const t = useTexts()
  return (
    <section className="pwd-formula-panel" aria-label={t('formula.steps')}>
      <div className="pwd-formula-panel-head">
        <span className="pwd-quiet">{t('formula.tryWith')}</span>
        <SamplePicker
          form={site.form}
          choice={sample.choice}
          without={t('formula.examples')}
          onChoose={sample.choose}
        />
      </div>
      {sample.choice === null && sample.inputs.length > 0 && <ExampleInputs sample={sample} />}
      {trace.parts.length === 0 ? (
        <p className="pwd-quiet">{t('formula.noSteps')}</p>
      ) : (
        <ol className="pwd-steps">
          {stepsOf(trace.parts).map(({ part, depth }) => (
            <li key={`${part.from} ${part.to}`}>
              <button
                type="button"
                style={{ paddingInlineStart: 8 + Math.min(depth, 8) * 12 }}
                onMouseEnter={() => onShow(part, false)}
                onFocus={() => onShow(part, false)}
                onClick={() => onShow(part, true)}
              >
                <code>{text.slice(part.from, part.to)}</code>
                <span>{tell(part)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
