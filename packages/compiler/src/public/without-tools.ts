import type { Form, Rule, Stage } from '@pipewright/schemas'

/** A stage without what is said to those who work here. */
function bareStage(stage: Stage): Stage {
  const { guidance: _, script: __, checklist: ___, ...rest } = stage
  return rest
}

/** What a rule does, without its name and the examples it is tried on: they are words of those who work here. */
function bareRule(rule: Rule, at: number): Rule {
  const { examples: _, ...rest } = rule
  return { ...rest, key: `rule_${at + 1}`, label: { en: `${at + 1}` } }
}

/** Of a form what filling it in needs. */
export function withoutTools(form: Form): Form {
  const {
    conversions: _,
    matchFields: __,
    matching: _matching,
    searchFields: ___,
    uniqueness: ____,
    ...tooled
  } = form
  const {
    fillLimit: ________,
    followUpLog: _________,
    copyFields: _____,
    reminders: _reminders,
    mailTemplates: _mailTemplates,
    afterCreate: ______,
    description: _______,
    stages,
    rules,
    ...rest
  } = tooled
  return {
    ...rest,
    ...(rules === undefined ? {} : { rules: rules.map(bareRule) }),
    ...(stages === undefined ? {} : { stages: stages.map(bareStage) }),
  }
}
