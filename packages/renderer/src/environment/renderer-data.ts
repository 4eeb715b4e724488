import type {
  FileInfo,
  FileVersion,
  ItemsTable,
  ItemsText,
  Matches,
  Page,
  Query,
  ReadItems,
  RecordAnswer,
  ReportAnswer,
  Tick,
  Values,
} from '@pipewright/contract'
import type { Expression } from '@pipewright/schemas'

/** A record as a picker needs it. */
export interface RecordReference {
  readonly id: string
  readonly title: string
}

/** Records of one form among those of several. */
export interface RecordGroup {
  readonly form: string
  readonly hits: readonly RecordReference[]
}

export interface TargetSearch {
  readonly targets: readonly { readonly form: string; readonly filter?: Expression }[]
  /** Empty: what was changed last. */
  readonly text: string
  /** Of each form. */
  readonly limit: number
}

export interface RecordSearch {
  readonly text: string
  readonly filter?: Expression
  readonly limit: number
}

export interface RecordCount {
  readonly count: number
  /** False above what the server counts exactly: about so many. */
  readonly exact: boolean
}

/** A thing to do in a stage, ticked or not. */
export interface TickChange {
  readonly stage: string
  readonly item: string
  readonly done: boolean
}

/** Which line items. */
export interface ItemsPlace {
  readonly form: string
  readonly lineItems: string
}

/** Line items out of and into tables, for those who are signed in. */
export interface ItemsData {
  /** The cells of a CSV or XLSX file as text, with a suggestion which column fills which. */
  readFile(place: ItemsPlace, file: File): Promise<ItemsTable>
  /** Text as rows; records and people are found by name. */
  read(place: ItemsPlace, text: ItemsText): Promise<ReadItems>
  /** Downloads the rows of a record as they are saved. */
  download(place: ItemsPlace, record: string, format: 'csv' | 'xlsx'): Promise<void>
}

/**
 * What the renderer asks for while somebody works; the shell answers over HTTP, tests from memory. Each rejects with the
 * contract's ProblemError, or with whatever `fetch` throws when the server cannot be reached.
 */
export interface RendererData {
  queryRecords(form: string, query: Query): Promise<Page>
  countRecords(form: string, query: Pick<Query, 'filter' | 'search'>): Promise<RecordCount>
  /** Tags in use that hold the text; `path` is a field or a column of line items. */
  suggestTags(form: string, path: string, text: string): Promise<readonly string[]>
  searchRecords(form: string, search: RecordSearch): Promise<readonly RecordReference[]>
  /** Searches in several forms at once; those the reader may not read are passed over. */
  searchTargets(search: TargetSearch): Promise<readonly RecordGroup[]>
  getRecord(form: string, id: string): Promise<RecordAnswer>
  getTicks(form: string, id: string): Promise<readonly Tick[]>
  setTick(form: string, id: string, change: TickChange): Promise<readonly Tick[]>
  /** What a record being typed would show in fields that look through other forms. */
  calculateDraft?(form: string, draft: { readonly id?: string; readonly values: Values }): Promise<Values>
  /** Records that look the same as what is being entered. Nobody asks for them on public pages. */
  findMatches?(form: string, draft: { readonly values: Values; readonly except?: string }): Promise<Matches>
  /** Says of two records that look the same that they are not, or takes that back. */
  tellApart?(form: string, records: readonly [string, string], apart: boolean): Promise<void>
  /** `from` is the stored record that it came from. */
  createRecord(
    form: string,
    values: Values,
    from?: { readonly form: string; readonly id: string },
  ): Promise<RecordAnswer>
  /** What the reader entered last in fields that start with it. */
  lastValues?(form: string): Promise<{ readonly values: Values; readonly titles: Record<string, string> }>
  /** The exchange rate that holds on a day; null where there is none. Nobody asks for it on public pages. */
  rateOn?(currency: string, home: string, day: string): Promise<string | null>
  /** `replaces`: the file that the new one is a newer version of. */
  uploadFile(file: File, replaces?: string): Promise<FileInfo>
  /** A file and the earlier ones it stands for, newest first. Nobody asks for them on public pages. */
  listFileVersions?(id: string): Promise<readonly FileVersion[]>
  listFiles(ids: readonly string[]): Promise<readonly FileInfo[]>
  /** Address from which a file is downloaded. */
  fileUrl(id: string): string
  readonly items?: ItemsData
  /** Figures of a saved report, over what the reader may see of the records that meet the filter. */
  runReport?(report: string, filter?: Expression): Promise<ReportAnswer>
}
