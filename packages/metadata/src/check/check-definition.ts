import type { AppDefinition } from '@pipewright/schemas'
import { findCycles, siteLabel } from '../dependencies.ts'
import { type Problem, problem } from '../problem.ts'
import { checkButtons } from './check-buttons.ts'
import { checkDependence } from './check-dependence.ts'
import { checkDocuments } from './check-documents.ts'
import { checkKeys } from './check-keys.ts'
import { checkLayouts } from './check-layout.ts'
import { checkResults } from './check-results.ts'
import { checkReferences } from './check-references.ts'
import { checkPublicForms } from './check-public-forms.ts'
import { checkReminders } from './check-reminders.ts'
import { checkRules } from './check-rules.ts'
import { checkStages } from './check-stages.ts'

/** Everything that is wrong with a definition of the right shape, all at once. */
export const checkDefinition = (definition: AppDefinition): Problem[] => [
  ...checkKeys(definition),
  ...checkDocuments(definition),
  ...checkLayouts(definition),
  ...checkStages(definition),
  ...checkReferences(definition),
  ...checkDependence(definition),
  ...checkPublicForms(definition),
  ...checkRules(definition),
  ...checkReminders(definition),
  ...checkButtons(definition),
  ...checkResults(definition),
  ...findCycles(definition).map(({ path, pointer }) =>
    problem('cycle', pointer, { path: path.map((name) => siteLabel(definition, name)) }),
  ),
]
