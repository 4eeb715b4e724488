import type { RuleEffect } from '@pipewright/schemas'
import { Checkbox } from 'antd'
import { PathSelect } from '../../documents/path-select.tsx'
import type { PathOption } from '../../documents/use-paths.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { EffectEditorProps } from '../effect-editor.tsx'
import { useRuleFields } from '../use-rule-fields.ts'

type TargetsEffect = Extract<RuleEffect, { type: 'require' | 'show' | 'hide' | 'lock' }>

interface TargetsProps {
  readonly label: string
  readonly options: readonly PathOption[]
  readonly value: readonly string[]
  readonly onChange: (keys: string[]) => void
}

function Targets({ label, options, value, onChange }: TargetsProps) {
  return (
    <Property label={label}>
      {(id) => <PathSelect id={id} label={label} options={options} value={value} onChange={onChange} />}
    </Property>
  )
}

/** The fields, columns, sections and elements that an effect is about. An effect without any would be none. */
export function TargetsEditor({ form, rows, effect, onChange }: EffectEditorProps<TargetsEffect>) {
  const t = useTexts()
  const { all, sections, elements } = useRuleFields(form, rows)
  const isAll = effect.type === 'lock' && effect.all === true
  const named = 'elements' in effect ? (effect.elements ?? []) : []
  const canHide = effect.type === 'show' || effect.type === 'hide'
  const change = (part: { fields?: string[]; sections?: string[]; elements?: string[] }) => {
    const { fields = [], sections: blocks = [] } = effect
    const next = { fields, sections: blocks, elements: named, ...part }
    const parts = Object.entries(next).filter(([, keys]) => keys.length > 0)
    if (parts.length > 0) onChange({ type: effect.type, ...Object.fromEntries(parts) })
  }
  return (
    <>
      {effect.type === 'lock' && rows === undefined && (
        <Checkbox
          checked={isAll}
          onChange={({ target }) =>
            onChange(
              target.checked ? { type: 'lock', all: true } : { type: 'lock', fields: [form.titleField] },
            )
          }
        >
          {t('rules.wholeForm')}
        </Checkbox>
      )}
      {!isAll && (
        <Targets
          label={t('rules.fields')}
          options={all}
          value={effect.fields ?? []}
          onChange={(fields) => change({ fields })}
        />
      )}
      {!isAll && sections.length > 0 && (
        <Targets
          label={t('rules.sections')}
          options={sections}
          value={effect.sections ?? []}
          onChange={(keys) => change({ sections: keys })}
        />
      )}
      {canHide && elements.length > 0 && (
        <Targets
          label={t('rules.elements')}
          options={elements}
          value={named}
          onChange={(keys) => change({ elements: keys })}
        />
      )}
    </>
  )
}
