import type {
  AnswerOf,
  BodyOf,
  Builders,
  Draft,
  Impact,
  Import,
  PublicLink,
  Routes,
  TableSheet,
} from '@pipewright/contract'
import type { Edit } from '@pipewright/schemas'

type Answer<N extends keyof Routes> = AnswerOf<Routes[N]>

/** The draft of the person who designs; every call rejects with ProblemError, or with what `fetch` throws. */
export interface DesignerApi {
  getDraft(): Promise<Draft>
  edit(version: number, edits: readonly Edit[]): Promise<Draft>
  undo(version: number): Promise<Draft>
  redo(version: number): Promise<Draft>
  discard(version: number): Promise<Draft>
  rebase(version: number): Promise<Answer<'rebaseDraft'>>
  /** Says where this window is, and learns who else designs and how far the draft and the app are. */
  meet(place: BodyOf<Routes['meetBuilders']>): Promise<Builders>
  /** Calls back when another builder moved or changed something; answers what ends that. */
  onBuilders(listener: () => void): () => void
  impact(): Promise<Impact>
  /** What a field and its values would become as one of another type. */
  previewTypeChange(change: BodyOf<Routes['previewTypeChange']>): Promise<Answer<'previewTypeChange'>>
  /** `token`: of the impact that was looked at. */
  publish(version: number, token?: string): Promise<Answer<'publishDraft'>>
  /** How far a publish is that converts very many values. */
  typeChange(): Promise<Answer<'getTypeChange'>>
  cancelTypeChange(): Promise<Answer<'cancelTypeChange'>>
  revisions(): Promise<Answer<'listRevisions'>>
  /** The header and first rows of a CSV or XLSX file. */
  readTable(file: File): Promise<TableSheet>
  /** Imports a table into a form, each column into the field that is named for it; resolves when all of it is in, or it failed. */
  importTable(form: string, file: File, fields: readonly (string | null)[]): Promise<Import>
  /** Keeps a picture for layouts, which every member may see; answers its id. */
  uploadPicture(file: File): Promise<{ readonly id: string }>
  restore(version: number, revision: number): Promise<Draft>
  publicLinks(): Promise<Answer<'listPublicLinks'>>
  /** Makes the link of a published public form, or replaces it. */
  putPublicLink(form: string, page: string): Promise<PublicLink>
  changePublicLink(
    form: string,
    page: string,
    changes: BodyOf<Routes['changePublicLink']>,
  ): Promise<PublicLink>
}
