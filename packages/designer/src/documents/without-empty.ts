/** A document without the properties that are undefined: schemas know no empty ones. */
export function withoutEmpty<T extends object>(document: { readonly [P in keyof T]: T[P] | undefined }): T {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)) as T
}
