export const color = {
  gray: 'Gray',
  red: 'Red',
  orange: 'Orange',
  gold: 'Gold',
  green: 'Green',
  cyan: 'Cyan',
  blue: 'Blue',
  purple: 'Purple',
  magenta: 'Magenta',
}
