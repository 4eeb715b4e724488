import { localize, type ElementOf } from '@pipewright/metadata'
import { Icon, listed } from '@pipewright/ui'
import { Button, Progress } from 'antd'
import { useId, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { revealField } from '../reveal-field.ts'
import { useShownValues } from './shown-values.ts'
import { useGaps } from './use-gaps.ts'

/** More than these stand behind a button: whoever fills in one thing looks for the next one, not for all. */
const shownAtFirst = 6

const enclosing = 'form, .pw-form, .pw-details'

function Missing({
  keys,
  label,
}: {
  readonly keys: readonly string[]
  readonly label: (key: string) => string
}) {
  const t = useTexts()
  const [all, setAll] = useState(false)
  const shown = all ? keys : keys.slice(0, shownAtFirst)
  return (
    <ul className="pw-gaps" aria-label={t('form.missing')}>
      <li className="pw-quiet" aria-hidden="true">
        {t('form.missing')}
      </li>
      {shown.map((key) => (
        <li key={key}>
          <Button
            size="small"
            onClick={({ currentTarget }) => revealField(currentTarget.closest<HTMLElement>(enclosing), key)}
          >
            {label(key)}
          </Button>
        </li>
      ))}
      {shown.length < keys.length && (
        <li>
          <Button size="small" type="link" onClick={() => setAll(true)}>
            {t('form.missingMore', { count: keys.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** How much of the record is filled in while it is typed, and a way to everything that is missing. */
export function CompletenessElement({ element }: { readonly element: ElementOf<'completeness'> }) {
  const t = useTexts()
  const title = useId()
  const { index, locale } = useRenderer()
  const { form, hindrance } = useShownValues()
  const { asked, missing } = useGaps(element.fields)
  if (asked === 0) return null
  // Rounded as formulas are shown, but never whole before nothing is missing.
  const rounded = Math.round(((asked - missing.length) * 100) / asked)
  const percent = missing.length === 0 ? 100 : Math.min(rounded, 99)
  const label = (key: string) => localize(index.field({ form }, key)?.field.label, locale) || key
  const whole = missing.length === 0
  return (
    <div className="pw-completeness">
      <div className="pw-completeness-head">
        <span id={title}>{t('form.completeness')}</span>
        <span className="pw-quiet">
          {whole && <Icon name="check" />}{' '}
          {whole ? t('form.complete') : t('form.filledOf', { filled: asked - missing.length, asked })}
        </span>
      </div>
      <Progress percent={percent} size="small" aria-labelledby={title} />
      {!whole && hindrance !== undefined && <Missing keys={missing} label={label} />}
      {!whole && hindrance === undefined && (
        <div className="pw-quiet">
          {t('form.missingNames', { names: listed(missing.map(label), locale) })}
        </div>
      )}
    </div>
  )
}
