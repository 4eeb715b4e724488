/** A numbered step of the schema, run once, in a transaction of its own. Never edited after a release. */
export interface Migration {
  readonly number: number
  readonly name: string
  /** Unqualified names mean the schema that is migrated. */
  readonly statements: readonly string[]
}
