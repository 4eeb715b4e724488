let act = (): void => undefined

/** What else to do when what was kept of a workspace was dropped, because the member may see other things now. */
export function whenDropped(then: () => void): void {
  act = then
}

export const sayDropped = (): void => act()
