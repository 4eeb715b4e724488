/** A workspace as repository functions need it; `schema` is the PostgreSQL schema that holds everything it owns. */
export interface WorkspaceRef {
  readonly key: string
  readonly schema: string
}

/** The workspace of a key. */
export const workspaceRef = (key: string): WorkspaceRef => ({ key, schema: `ws_${key}` })
