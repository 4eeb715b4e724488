import type { FileProblemCode } from '@pipewright/compiler'
import { dropImportFiles, insertImportFile, type ImportJob } from '@pipewright/db'
import { cleanName } from '../../files/clean-name.ts'
import { fileType } from '../../files/file-type.ts'
import { inChunks, storeContent } from '../../files/store-content.ts'
import type { MemberScene } from '../../../scene/member-scene.ts'
import type { Services } from '../../../services.ts'
import { Unreadable } from '../table/unreadable.ts'
import type { ZippedFile } from './open-zip.ts'

interface Place {
  readonly services: Services
  readonly scene: MemberScene
  readonly id: string
  readonly position: number
}

const isOurs = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && !String(error.code).startsWith('Z_')

/** What speaks against a file before it is opened. */
function refusalOf({ bytes, isLocked }: ZippedFile, { limits }: Services): FileProblemCode | undefined {
  if (isLocked) return 'zipped-locked'
  if (bytes === 0) return 'zipped-empty'
  return bytes > limits.fileBytes ? 'zipped-large' : undefined
}

async function refuseFile(
  { services, scene, id, position }: Place,
  { path, bytes }: ZippedFile,
  problem: FileProblemCode,
) {
  const line = { position, path, bytes, file: null, problem }
  await insertImportFile(services.database, scene.workspace, id, line)
}

/** Keeps one file as if its member had uploaded it, after the same checks of name, size and content. */
async function storeFile(place: Place, zipped: ZippedFile): Promise<void> {
  const { services, scene, id, position } = place
  const { path, bytes } = zipped
  const refused = refusalOf(zipped, services)
  if (refused !== undefined) return refuseFile(place, zipped, refused)
  const name = cleanName(path)
  const source = await zipped.open()
  try {
    const chunks = inChunks(source as AsyncIterable<Buffer>)
    const first = await chunks.next()
    const head = first.done === true ? Buffer.alloc(0) : first.value
    const found = fileType(name, head.subarray(0, 4096))
    if (typeof found === 'string') return await refuseFile(place, zipped, `zipped-${found}`)
    async function* content() {
      yield head
      yield* chunks
    }
    await storeContent(
      services,
      {
        workspace: scene.workspace,
        uploadedBy: scene.actor.memberId,
        also: (tx, file) =>
          insertImportFile(tx, scene.workspace, id, { position, path, bytes, file, problem: null }),
      },
      { name, bytes, type: found.type },
      content(),
    )
  } finally {
    source.destroy()
  }
}

/** Keeps the files of a zip for the rows of an import: all of them, or none where the zip turns out to be broken. */
export async function storeFiles(
  services: Services,
  scene: MemberScene,
  { id }: Pick<ImportJob, 'id'>,
  files: readonly ZippedFile[],
): Promise<void> {
  const { database } = services
  const drop = () => database.transaction((tx) => dropImportFiles(tx, scene.workspace, id))
  await drop()
  try {
    for (const [position, file] of files.entries()) await storeFile({ services, scene, id, position }, file)
  } catch (error) {
    await drop()
    throw isOurs(error) ? error : new Unreadable('damaged')
  }
}
