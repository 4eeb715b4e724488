import { indexDefinition } from '@pipewright/metadata'
import type { Form, Rule } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { DocumentHead } from '../documents/document-head.tsx'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { RuleExamples } from '../examples/rule-examples.tsx'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { RuleConflict } from './conflicts/find-conflicts.ts'
import { RuleConflicts } from './conflicts/rule-conflicts.tsx'
import { EffectEditor } from './effect-editor.tsx'
import { newEffect } from './new-rule.ts'
import { RuleCondition } from './rule-condition.tsx'
import { RuleRows } from './rule-rows.tsx'

/** Changes a rule as it is at that moment. */
function useRuleChange(form: Form, key: string) {
  const { store, edit } = useDesign()
  return (change: (rule: Rule) => Rule) => {
    const now = indexDefinition(store.state().definition)
      .form(form.key)
      ?.rules?.find((rule) => rule.key === key)
    if (now !== undefined) edit({ type: 'putRule', form: form.key, rule: change(now) })
  }
}

interface EffectsProps {
  readonly form: Form
  readonly rule: Rule
  readonly change: ReturnType<typeof useRuleChange>
}

function Effects({ form, rule, change }: EffectsProps) {
  const t = useTexts()
  return (
    <PropertyGroup title={t('rules.follows')}>
      {rule.effects.map((effect, position) => (
        <EffectEditor
          key={position}
          form={form}
          rows={rule.rows}
          effect={effect}
          onChange={(next) =>
            change((now) => ({
              ...now,
              effects: now.effects.map((one, at) => (at === position ? next : one)),
            }))
          }
          {...(rule.effects.length > 1
            ? {
                onRemove: () =>
                  change((now) => ({ ...now, effects: now.effects.filter((_, at) => at !== position) })),
              }
            : {})}
        />
      ))}
      <Button
        icon={<Icon name="plus" />}
        onClick={() =>
          change((now) => ({ ...now, effects: [...now.effects, newEffect(form, 'require', now.rows)] }))
        }
      >
        {t('rules.addEffect')}
      </Button>
    </PropertyGroup>
  )
}

/** A condition, and what follows while it holds. */
export function RuleEditor({
  form,
  rule,
  conflicts,
}: {
  readonly form: Form
  readonly rule: Rule
  readonly conflicts: readonly RuleConflict[]
}) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = useRuleChange(form, rule.key)
  const remove = () => {
    if (edit({ type: 'removeRule', form: form.key, rule: rule.key })) openArea('rules')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(rule.label)} name={rule.key} onRemove={remove} />
      <RuleConflicts form={form} rule={rule} conflicts={conflicts} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={rule.label} onCommit={(label) => change((now) => ({ ...now, label }))} />
        <RuleRows form={form} rule={rule} onChange={(next) => change(() => next)} />
      </PropertyGroup>
      <RuleCondition form={form} rule={rule} onChange={(when) => change((now) => ({ ...now, when }))} />
      <Effects form={form} rule={rule} change={change} />
      <RuleExamples
        form={form}
        rule={rule}
        onChange={(examples) =>
          change((now) => {
            const { examples: _, ...rest } = now
            return examples === undefined ? rest : { ...rest, examples }
          })
        }
      />
    </div>
  )
}
