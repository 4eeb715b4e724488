import type { FileInfo } from '@pipewright/contract'
import type { RendererData } from '@pipewright/renderer'
import { client } from '../queries/client.ts'

const nothing = (): Promise<never> => Promise.reject(new Error('a public page reads no records'))

/** Strangers upload files and read nothing. */
export function publicData(at: { workspace: string; token: string; ticket: string } | null): RendererData {
  const uploaded = new Map<string, FileInfo>()
  /** What was just uploaded is shown from the page itself: strangers read nothing from the server. */
  const shown = new Map<string, string>()
  return {
    queryRecords: nothing,
    countRecords: nothing,
    suggestTags: async () => [],
    searchRecords: async () => [],
    getTicks: async () => [],
    setTick: nothing,
    getRecord: nothing,
    createRecord: nothing,
    async uploadFile(file) {
      if (at === null) return nothing()
      const form = new FormData()
      form.append('file', file)
      const info = await client.call('uploadPublicFile', { params: at, form })
      uploaded.set(info.id, info)
      shown.set(info.id, URL.createObjectURL(file))
      return info
    },
    listFiles: async (ids) => ids.flatMap((id) => uploaded.get(id) ?? []),
    fileUrl: (id) => shown.get(id) ?? '#',
  }
}
