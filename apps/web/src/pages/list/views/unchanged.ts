import { readAddress } from '../list-address.ts'

/** The address of a view as it was saved. */
export const unchanged = readAddress(new URLSearchParams())
