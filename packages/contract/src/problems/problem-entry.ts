/** How a problem is answered and what it says; `{name}` in a text is a parameter. */
export interface ProblemEntry {
  readonly status: number
  readonly en: string
  readonly zh: string
}
