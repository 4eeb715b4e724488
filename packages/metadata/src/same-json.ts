/** Whether two JSON values are equal; the order of an object's properties does not matter. */
export function isSameJson(first: unknown, second: unknown): boolean {
  if (first === second) return true
  if (first === null || second === null || typeof first !== 'object' || typeof second !== 'object')
    return false
  if (Array.isArray(first) || Array.isArray(second))
    return (
      Array.isArray(first) &&
      Array.isArray(second) &&
      first.length === second.length &&
      first.every((item, position) => isSameJson(item, second[position]))
    )
  const left = Object.entries(first).filter(([, value]) => value !== undefined)
  const right = new Map(Object.entries(second).filter(([, value]) => value !== undefined))
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSameJson(value, right.get(key)))
  )
}
