import type { FileInfo } from '@pipewright/contract'
import type { RendererData } from '@pipewright/renderer'
import { client } from '../queries/client.ts'

const nothing = (): Promise<never> => Promise.reject(new Error('a public page reads no records'))

/** A page to fill in, or an answer that is looked at again. */
type Place =
  | { readonly workspace: string; readonly token: string; readonly ticket: string }
  | {
      readonly workspace: string
      readonly answer: string
      /** Brings files, where the answer may change. */
      readonly ticket: string | undefined
      /** What the answer holds already. */
      readonly files: readonly FileInfo[]
    }

const pathOf = (place: Place): string =>
  'answer' in place
    ? `/api/pa/${place.workspace}/${place.answer}`
    : `/api/p/${place.workspace}/${place.token}/tickets/${place.ticket}`

const send = (place: Place, form: FormData): Promise<FileInfo> => {
  if (!('answer' in place)) return client.call('uploadPublicFile', { params: place, form })
  const { ticket, workspace, answer } = place
  return ticket === undefined
    ? nothing()
    : client.call('uploadAnswerFile', { params: { workspace, answer, ticket }, form })
}

/** Strangers upload files and read nothing but the pictures of the page. */
export function publicData(place: Place): RendererData {
  const own = 'answer' in place ? place.files : []
  const uploaded = new Map(own.map((file) => [file.id, file]))
  /** What was just uploaded is shown from the page itself: strangers read no files from the server. */
  const shown = new Map<string, string>()
  return {
    queryRecords: nothing,
    countRecords: nothing,
    suggestTags: async () => [],
    searchRecords: async () => [],
    searchTargets: async () => [],
    getTicks: async () => [],
    setTick: nothing,
    getRecord: nothing,
    createRecord: nothing,
    async uploadFile(file) {
      const form = new FormData()
      form.append('file', file)
      const info = await send(place, form)
      uploaded.set(info.id, info)
      shown.set(info.id, URL.createObjectURL(file))
      return info
    },
    listFiles: async (ids) => ids.flatMap((id) => uploaded.get(id) ?? []),
    fileUrl: (id) => shown.get(id) ?? `${pathOf(place)}/${uploaded.has(id) ? 'files' : 'pictures'}/${id}`,
  }
}
