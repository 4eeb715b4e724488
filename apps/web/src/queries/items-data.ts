import type { RendererData } from '@pipewright/renderer'
import { saveFile } from '../pages/list/save-file.ts'
import { client, fetchFile } from './client.ts'

/** Line items out of and into tables, over HTTP. */
export function itemsData(workspace: string): NonNullable<RendererData['items']> {
  return {
    readFile: (place, file) => {
      const form = new FormData()
      form.append('file', file)
      return client.call('readItemsFile', { params: { workspace, ...place }, form })
    },
    read: (place, body) => client.call('readItems', { params: { workspace, ...place }, body }),
    download: async ({ form, lineItems }, record, format) => {
      const address = `/api/w/${workspace}/forms/${form}/records/${record}/line-items/${lineItems}/export`
      saveFile(await fetchFile(address, { format }), `${lineItems}.${format}`)
    },
  }
}
