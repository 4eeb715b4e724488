import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon, listed } from '@pipewright/ui'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FormStore } from '../store/form-store.ts'
import { useExplanations, type Explanation } from './use-explanations.ts'

function RuleCard({ one }: { readonly one: Explanation }) {
  const t = useTexts()
  const { locale } = useRenderer()
  const state = one.acts === 'unknown' ? 'unknown' : one.acts ? 'acts' : 'rests'
  return (
    <li className="pw-why-rule" data-acts={state}>
      <div className="pw-why-head">
        <Icon name={state === 'acts' ? 'check' : 'branches'} />
        <strong>{t(one.effect)}</strong>
        <span className="pw-quiet">{t(`why.${state}`)}</span>
      </div>
      <div>{t('why.byRule', { rule: one.rule })}</div>
      {one.sentence === '' ? (
        <div className="pw-quiet">{t('why.concealed')}</div>
      ) : (
        <div className="pw-quiet">
          {t(one.effect === 'why.show' ? 'why.onlyWhen' : 'why.when', { condition: one.sentence })}
        </div>
      )}
      {one.rows.length > 0 && (
        <div className="pw-quiet">{t('why.rows', { rows: listed(one.rows.slice(0, 20), locale) })}</div>
      )}
      {one.inputs.length > 0 && (
        <dl className="pw-why-inputs">
          {one.inputs.map(({ name, label, value }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

export interface FieldExplanationProps {
  readonly form: string
  readonly field: Field
  readonly store: FormStore
}

/** Why one field is hidden, required, locked, limited, set or wrong. */
export function FieldExplanation({ form, field, store }: FieldExplanationProps) {
  const t = useTexts()
  const { locale } = useRenderer()
  const state = store.field(field.key)
  const reasons = useExplanations(form, store.derived(), field.key)
  const isRequired = 'required' in field && field.required === true
  return (
    <section className="pw-why" aria-label={localize(field.label, locale) || field.key}>
      <h3>{localize(field.label, locale) || field.key}</h3>
      {state.problem !== undefined && <p className="pw-problem">{state.problem}</p>}
      <ul>
        {isRequired && <li className="pw-why-rule">{t('why.alwaysRequired')}</li>}
        {reasons.map((one) => (
          <RuleCard key={one.key} one={one} />
        ))}
      </ul>
      {!isRequired && reasons.length === 0 && <p className="pw-quiet">{t('why.nothing')}</p>}
    </section>
  )
}
