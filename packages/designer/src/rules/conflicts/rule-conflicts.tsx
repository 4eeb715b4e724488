import { dependencies, type Scope } from '@pipewright/logic'
import type { Form, Rule } from '@pipewright/schemas'
import { Icon, listed } from '@pipewright/ui'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { ruleScope } from '../../scope/rule-scope.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { findConflicts, type RuleConflict } from './find-conflicts.ts'

/** Conflicts of a form by the rules they are about; found anew only when the form changes. */
export function useConflicts(form: Form | undefined): ReadonlyMap<string, readonly RuleConflict[]> {
  const index = useIndex()
  const { locale } = useDesign()
  return useMemo(() => {
    const scopes = new Map<string | undefined, Scope>()
    const scopeOf = ({ rows }: Rule): Scope => {
      const made = scopes.get(rows) ?? ruleScope(index, { form: form?.key ?? '', rows }, locale)
      scopes.set(rows, made)
      return made
    }
    const found = form === undefined ? [] : findConflicts(form, scopeOf)
    const about = found.flatMap((one) =>
      [one.rule, ...(one.other === undefined ? [] : [one.other])].map((key) => [key, one] as const),
    )
    const grouped = Map.groupBy(about, ([key]) => key)
    return new Map([...grouped].map(([key, entries]) => [key, entries.map(([, one]) => one)]))
  }, [form, index, locale])
}

/** What is odd about a rule, with the other rule named and one press away. */
export function RuleConflicts({
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
  const index = useIndex()
  const { openArea, locale } = useDesign()
  if (conflicts.length === 0) return null
  const nameOf = (key: string | undefined) => {
    const found = form.rules?.find((one) => one.key === key)
    return found === undefined ? '' : read(found.label)
  }
  const labelOf = (path: string | undefined) => {
    const found = path === undefined ? undefined : index.field(form.key, path)
    return found === undefined ? '' : read(found.field.label)
  }
  return (
    <ul className="pwd-conflicts" aria-label={t('rules.conflicts')}>
      {conflicts.map((one) => {
        const other = one.rule === rule.key ? one.other : one.rule
        const asked = dependencies(rule.when).map((path) => labelOf(path.join('.')))
        return (
          <li key={`${one.code}${one.rule}${one.other}${one.field}`}>
            <Icon name="warning" />
            <span>
              {t(`rules.conflict_${one.code}`, {
                rule: nameOf(one.rule),
                other: nameOf(one.other),
                field: one.field === undefined ? listed(asked, locale) : labelOf(one.field),
              })}
            </span>
            {other !== undefined && (
              <button type="button" className="pwd-rule-link" onClick={() => openArea('rules', other)}>
                {t('rules.openOther', { rule: nameOf(other) })}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
