/** "/values/items/0/price" → ["items", "0", "price"]; other pointers concern the record as a whole. */
export function placeOf(pointer: string): readonly string[] {
  const [start, head, ...rest] = pointer.split('/')
  if (start !== '' || head !== 'values') return []
  return rest.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}
