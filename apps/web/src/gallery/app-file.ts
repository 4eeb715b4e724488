import type { BodyOf, Routes } from '@pipewright/contract'

/** An app that was saved as a file; the server checks what is in it. */
export interface AppFile {
  readonly name: string
  readonly app: NonNullable<BodyOf<Routes['createWorkspace']>['app']>
}
