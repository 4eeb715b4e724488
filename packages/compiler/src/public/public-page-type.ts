import type { AppDefinition, PublicForm } from '@pipewright/schemas'
import type { CompiledApp } from '../app/compile-app.ts'

/** A page that strangers fill in, or find records on, prepared once per revision. */
export interface PublicPage {
  readonly form: string
  readonly page: PublicForm
  /** The revision with the demands of the page: answers are checked by the same engine as everything else. */
  readonly app: CompiledApp
  /** What a browser may know: the one form with the listed fields, and nothing that mentions others. */
  readonly shown: AppDefinition
}
