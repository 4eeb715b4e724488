import type { FileInfo } from '@pipewright/contract'
import type { RendererData } from '@pipewright/renderer'
import { client } from '../queries/client.ts'

const nothing = (): Promise<never> => Promise.reject(new Error('a public page reads no records'))

/** A page to fill in, or an answer that is looked at again. */
type Place =
  | { readonly workspace: string; readonly token: string; readonly ticket: string }
  | { readonly workspace: string; readonly answer: string }

const pictureUrl = (place: Place, id: string): string =>
  'answer' in place
    ? `/api/pa/${place.workspace}/${place.answer}/pictures/${id}`
    : `/api/p/${place.workspace}/${place.token}/tickets/${place.ticket}/pictures/${id}`

/** Strangers upload files and read nothing but the pictures of the page. */
export function publicData(place: Place): RendererData {
  const at = 'ticket' in place ? place : null
  const uploaded = new Map<string, FileInfo>()
  /** What was just uploaded is shown from the page itself: strangers read no files from the server. */
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
    fileUrl: (id) => shown.get(id) ?? pictureUrl(place, id),
  }
}
