/** What the designer finds in the history when a workspace begins from a spreadsheet: the file, null when it is yet to be chosen. */
export interface FirstTableState {
  readonly firstTable: File | null
}

export function firstTableIn(state: unknown): File | null | undefined {
  if (typeof state !== 'object' || state === null || !('firstTable' in state)) return undefined
  return state.firstTable instanceof File ? state.firstTable : null
}
