/** Where the keyboard goes on after a cell. */
export type CellMove = 'stay' | 'down' | 'up' | 'right' | 'left'
