/** Something the palette offers: a page to go to, or something to do. */
export interface Entry {
  readonly key: string
  readonly icon: string
  readonly title: string
  readonly group: string
  /** What it is found by besides its title, such as its name in the other language. */
  readonly names: readonly string[]
  /** Below the workspace. */
  readonly path?: string
  readonly run?: () => void
}
