import type { FileInfo } from '@pipewright/contract'
import type { Twin } from './same-name.tsx'

/** Which of the files chosen have the name of one that is attached, each at most one; and all others. */
export function splitTwins(
  chosen: readonly File[],
  attached: readonly FileInfo[],
): { readonly twins: readonly Twin[]; readonly rest: readonly File[] } {
  const twins: Twin[] = []
  const rest: File[] = []
  for (const file of chosen) {
    const of = attached.find(
      ({ id, name }) => name === file.name.normalize('NFC') && twins.every((twin) => twin.of.id !== id),
    )
    if (of === undefined) rest.push(file)
    else twins.push({ file, of })
  }
  return { twins, rest }
}
