import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useConflicts } from './conflicts/rule-conflicts.tsx'
import { newRule } from './new-rule.ts'
import { RuleEditor } from './rule-editor.tsx'

/** The rules of the form that is open. */
export function RulesArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const form = useOpenForm()
  const conflicts = useConflicts(form)
  if (form === undefined) return null
  const rules = form.rules ?? []
  const rule = rules.find(({ key }) => key === detail)
  const effects = (effect: (typeof rules)[number]['effects']) =>
    [...new Set(effect.map(({ type }) => t(`rules.${type}`)))].join(' · ')
  return (
    <ListDetail
      title={t('rules.title')}
      items={rules.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: conflicts.has(one.key) ? 'warning' : 'branches',
        quiet: conflicts.has(one.key)
          ? `${t('rules.conflicts')} · ${effects(one.effects)}`
          : effects(one.effects),
      }))}
      open={detail}
      onOpen={(key) => openArea('rules', key)}
      addText={t('rules.add')}
      onAdd={() => {
        const made = newRule(form)
        if (edit({ type: 'putRule', form: form.key, rule: made })) openArea('rules', made.key)
      }}
      empty={{ icon: 'branches', title: t('rules.emptyTitle'), text: t('rules.emptyText') }}
    >
      {rule !== undefined && (
        <RuleEditor key={rule.key} form={form} rule={rule} conflicts={conflicts.get(rule.key) ?? []} />
      )}
    </ListDetail>
  )
}
