import type { World } from './test.ts'

/** Sends a file and answers its id, which a record or comment may name then. */
export async function upload(world: World, name: string, content: Buffer): Promise<string> {
  const owner = await world.api('owner')
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  return (await owner.call('uploadFile', { params: { workspace: world.workspace }, form })).id
}
