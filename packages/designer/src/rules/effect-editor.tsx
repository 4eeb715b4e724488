import type { Form, RuleEffect } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import type { ComponentType } from 'react'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { LimitEditor } from './effects/limit-editor.tsx'
import { MessageEditor } from './effects/message-editor.tsx'
import { SetEditor } from './effects/set-editor.tsx'
import { TargetsEditor } from './effects/targets-editor.tsx'
import { effectTypes, newEffect } from './new-rule.ts'

export interface EffectEditorProps<E extends RuleEffect = RuleEffect> {
  readonly form: Form
  /** Line items whose rows the rule looks at. */
  readonly rows: string | undefined
  readonly effect: E
  readonly onChange: (effect: RuleEffect) => void
  /** Missing when it is the only one. */
  readonly onRemove?: () => void
}

type EffectOf<T extends RuleEffect['type']> = Extract<RuleEffect, { type: T }>
type Editors = { readonly [T in RuleEffect['type']]: ComponentType<EffectEditorProps<EffectOf<T>>> }

const editors: Editors = {
  require: TargetsEditor,
  show: TargetsEditor,
  hide: TargetsEditor,
  lock: TargetsEditor,
  set: SetEditor,
  limit: LimitEditor,
  warn: MessageEditor,
  refuse: MessageEditor,
}

/** What a rule does: one of several things, each with what it needs. */
export function EffectEditor(props: EffectEditorProps) {
  const { form, rows, effect, onChange, onRemove } = props
  const t = useTexts()
  const read = useLocalized()
  // The editor is the one of this type of effect.
  const Editor = editors[effect.type] as ComponentType<EffectEditorProps>
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <Select
          aria-label={t('rules.effect')}
          value={effect.type}
          options={effectTypes(form, rows).map((value) => ({ value, label: t(`rules.${value}`) }))}
          onChange={(type) => onChange(newEffect(form, type, rows))}
        />
        {onRemove !== undefined && (
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('rules.removeEffect', { form: read(form.label) })}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <Editor {...props} />
    </div>
  )
}
