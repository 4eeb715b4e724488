import { matchRulesOf, matchWays } from '@pipewright/metadata'
import type { Form, MatchRule } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Switch } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { MatchRuleCard } from './match-rule-card.tsx'

const most = 10

/** When records of a form look the same. Until somebody says so, the fields of the form suggest it. */
export function MatchingProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { app, edit } = useDesign()
  const { matching } = form
  // What is in the draft alone has no records yet.
  const isPublished = app.definition.forms.some(({ key }) => key === form.key)
  const rules = matchRulesOf(form)
  const fields = form.fields.filter((field) => matchWays(field).length > 0)
  const [first] = fields
  const put = (next: Form['matching'] | null) =>
    edit({ type: 'setForm', form: form.key, changes: { matching: next ?? null, matchFields: null } })
  const change = (next: readonly MatchRule[]) => put({ ...matching, rules: [...next] })
  const add = () => {
    const way = first && matchWays(first)[0]
    if (first !== undefined && way !== undefined)
      change([...rules, { compare: [{ fields: [first.key], as: way }] }])
  }
  return (
    <PropertyGroup title={t('matching.title')}>
      <p className="pwd-quiet">{t('matching.help')}</p>
      {matching === undefined && rules.length > 0 && <p className="pwd-quiet">{t('matching.suggested')}</p>}
      {rules.map((rule, place) => (
        <MatchRuleCard
          key={place}
          rule={rule}
          fields={fields}
          onChange={(next) => change(rules.with(place, next))}
          onRemove={() => change(rules.toSpliced(place, 1))}
        />
      ))}
      <Button
        icon={<Icon name="plus" />}
        disabled={rules.length >= most || first === undefined}
        onClick={add}
      >
        {t('matching.add')}
      </Button>
      {rules.length > 0 && isPublished && (
        <p>
          <a href={`/w/${app.workspace.key}/f/${form.key}/duplicates`} target="_blank" rel="noreferrer">
            {t('matching.find')}
          </a>
        </p>
      )}
      {rules.length > 0 && (
        <Property label={t('matching.tellHidden')} help={t('matching.tellHiddenHelp')} inline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={matching?.tellHidden ?? false}
              onChange={(tellHidden) => put({ rules: [...rules], ...(tellHidden ? { tellHidden } : {}) })}
            />
          )}
        </Property>
      )}
    </PropertyGroup>
  )
}
