import { indexDefinition } from '@pipewright/metadata'
import type { Form, Stage } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'

/** Without what says nothing: a stage that only names its option is none. */
function tidy(stage: Stage): Stage {
  const entries = Object.entries(stage).filter(
    ([, value]) =>
      value !== undefined &&
      !(typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length === 0),
  )
  return Object.fromEntries(entries) as unknown as Stage
}

export type StageChanges = { readonly [P in keyof Omit<Stage, 'key'>]?: Stage[P] | undefined }

/** Changes what is said about one stage, as it is at that moment. */
export function useStageChange(form: Form, key: string): (changes: StageChanges) => boolean {
  const { store, edit } = useDesign()
  return (changes) => {
    const stages = indexDefinition(store.state().definition).form(form.key)?.stages ?? []
    const now = stages.find((stage) => stage.key === key) ?? { key }
    const next = tidy({ ...now, ...changes } as Stage)
    const rest = stages.some((stage) => stage.key === key)
      ? stages.map((stage) => (stage.key === key ? next : stage))
      : [...stages, next]
    const kept = rest.filter((stage) => Object.keys(stage).length > 1)
    return edit({ type: 'setForm', form: form.key, changes: { stages: kept.length === 0 ? null : kept } })
  }
}
