/** Digits after the point that a numeric field keeps; two when it does not say. */
export const numericScale = (field: { readonly scale?: number }): number => field.scale ?? 2
