import type { FormRights, ImportAlike, ImportColumn, ImportWrites } from '@pipewright/contract'
import { matchRuleFields, matchRulesOf, matchRulesOver } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'

/** Nothing is decided for anybody: what looks the same is shown after the check. */
const asks: ImportAlike = { there: 'ask', twice: 'ask' }

/** Fields of the file by which rows are likely to be found among the records; empty where the form has no such rules, or the rows make none. */
export function comparedFields(
  form: Form,
  rights: FormRights | undefined,
  mapping: readonly ImportColumn[],
  mode: ImportWrites['mode'],
): readonly string[] {
  if (rights?.read !== true || mode === 'update') return []
  const mapped = new Set(mapping.map(({ field }) => field))
  const likely = matchRulesOf(form).filter(({ sure }) => sure !== 'possible')
  const rules = matchRulesOver(likely, (key) => mapped.has(key) && Object.hasOwn(rights.fields, key))
  return [...new Set(rules.flatMap(matchRuleFields))]
}

/** What was chosen, as far as the member may do it. */
export function standingAlike(alike: ImportAlike | undefined, mayUpdate: boolean): ImportAlike {
  const { there, twice } = alike ?? asks
  return { there: there === 'update' && !mayUpdate ? 'ask' : there, twice }
}
