export const insertAt = <T>(list: readonly T[], index: number, item: T): T[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
]

export const removeAt = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, place) => place !== index)

export const replaceAt = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, place) => (place === index ? item : old))

export const indexOfKey = (list: readonly { key: string }[], key: string): number =>
  list.findIndex((item) => item.key === key)
