import { hash, parseOptions, verify } from '@node-rs/argon2'

/** argon2id (the library's default algorithm) with the least that is held to be safe today (AN-01). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same characters typed on another keyboard give the same password. */
const normal = (password: string) => password.normalize('NFKC')

export type PasswordFault = {
  readonly code: 'too-short' | 'too-long'
  readonly params: Readonly<Record<string, number>>
}

/** 8 to 128 characters as a person counts them; nothing is cut off. */
export function passwordFault(password: string): PasswordFault | undefined {
  const { length } = [...normal(password)]
  if (length < 8) return { code: 'too-short', params: { min: 8 } }
  return length > 128 ? { code: 'too-long', params: { max: 128 } } : undefined
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost)

/** The hash of nobody's password, so that an unknown account costs the same time as a known one (AN-02). */
const nobody = hashPassword('nobody has this password')

/** Checks a password; without a hash (unknown account, or one without a password) it takes as long and says no. */
export async function checkPassword(hashed: string | undefined, password: string): Promise<boolean> {
  // What is too long to be anybody's password is still hashed, in a length that costs nothing.
  const isRight = await verify(hashed ?? (await nobody), normal(password).slice(0, 512))
  return hashed !== undefined && isRight && passwordFault(password) === undefined
}

/** The cost was raised since this hash was made: hash again at the next sign-in. */
export function isOutdated(hashed: string): boolean {
  const { memoryCost, timeCost } = parseOptions(hashed)
  return memoryCost < cost.memoryCost || timeCost < cost.timeCost
}
