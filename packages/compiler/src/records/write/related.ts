/** A record that others look at; `readable`: the actor may see it, so it may be chosen. */
export interface RelatedRow {
  readonly readable: boolean
  /** The values that expressions of the definition read, by column or path into line items. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Ids per form ("_member" and "_file" too) that must be loaded. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>

/** What has been loaded so far, and what was asked for in vain. */
export class RelatedRows {
  readonly #rows = new Map<string, Map<string, RelatedRow | null>>()
  #needs = new Map<string, Set<string>>()

  /** Undefined while it is not loaded, which notes the need; null when there is no such record. */
  get(form: string, id: string): RelatedRow | null | undefined {
    const row = this.#rows.get(form)?.get(id)
    if (row === undefined) this.#needs.set(form, (this.#needs.get(form) ?? new Set()).add(id))
    return row
  }

  /** Everything asked for in vain since the last call. */
  takeNeeds(): Needs {
    const needs = this.#needs
    this.#needs = new Map()
    return needs
  }

  /** Takes up what was loaded; ids of the needs that are not among the rows do not exist. */
  add(
    needs: Needs,
    rows: readonly {
      form: string
      id: string
      readable: boolean
      values: Readonly<Record<string, unknown>>
    }[],
  ): void {
    for (const [form, ids] of needs) {
      const known = this.#rows.get(form) ?? new Map<string, RelatedRow | null>()
      this.#rows.set(form, known)
      for (const id of ids) known.set(id, null)
    }
    for (const { form, id, readable, values } of rows) this.#rows.get(form)?.set(id, { readable, values })
  }
}
