import type { RatingField } from '@pipewright/schemas'

/** A sign that is given and one that is not; they differ in shape too. */
export const ratingSigns: Readonly<
  Record<NonNullable<RatingField['icon']>, readonly [given: string, missing: string]>
> = {
  star: ['★', '☆'],
  heart: ['♥', '♡'],
  circle: ['●', '○'],
  flag: ['⚑', '⚐'],
}
