import type { RecordAnswer } from '@pipewright/contract'
import type { RendererData } from '@pipewright/renderer'
import { finishStep } from '../first-steps/kept-steps.ts'
import { newChangeSet } from '../undo/new-change-set.ts'
import { client } from './client.ts'
import { itemsData } from './items-data.ts'

async function suggestTags(params: { workspace: string; form: string; field: string }, q: string) {
  return (await client.call('suggestTags', { params, query: { q } })).tags
}

type OnMade = (record: RecordAnswer, set: string) => void

const makeRecord =
  (workspace: string, onMade: OnMade): RendererData['createRecord'] =>
  async (form, values, from) => {
    const set = newChangeSet()
    const record = await client.call('createRecord', {
      params: { workspace, form },
      body: { values, ...(from === undefined ? {} : { from }) },
      idempotencyKey: crypto.randomUUID(),
      changeSet: { id: set },
    })
    finishStep(workspace, 'record')
    onMade(record, set)
    return record
  }

/** What the renderer asks for while somebody works, over HTTP; `onMade` is told of records made on the way and what takes them back. */
export function rendererData(workspace: string, onMade: OnMade = () => undefined): RendererData {
  const at = (form: string) => ({ workspace, form })
  return {
    queryRecords: (form, body) => client.call('queryRecords', { params: at(form), body }),
    countRecords: (form, body) => client.call('countRecords', { params: at(form), body }),
    suggestTags: (form, field, q) => suggestTags({ workspace, form, field }, q),
    rateOn: async (currency, home, day) =>
      (await client.call('getExchangeRate', { params: { workspace, currency, home, day } })).rate,
    searchRecords: async (form, search) => {
      const body = {
        limit: search.limit,
        columns: [],
        ...(search.text === '' ? {} : { search: search.text, namedFirst: true }),
        ...(search.filter === undefined ? {} : { filter: search.filter }),
      }
      const page = await client.call('queryRecords', { params: at(form), body })
      return page.rows.map(({ id, title }) => ({ id, title }))
    },
    searchTargets: async ({ targets, text, limit }) => {
      const body = { targets: [...targets], limit, ...(text === '' ? {} : { search: text }) }
      return (await client.call('searchTargets', { params: { workspace }, body })).groups
    },
    getRecord: (form, id) => client.call('getRecord', { params: { ...at(form), id } }),
    getTicks: async (form, id) => (await client.call('getChecklist', { params: { ...at(form), id } })).ticks,
    setTick: async (form, id, body) =>
      (await client.call('setTick', { params: { ...at(form), id }, body })).ticks,
    calculateDraft: async (form, body) =>
      (await client.call('calculateDraft', { params: at(form), body })).values,
    findMatches: (form, body) => client.call('findMatches', { params: at(form), body }),
    tellApart: async (form, records, apart) => {
      const body = { records: [...records] }
      await client.call(apart ? 'tellApart' : 'tellTogether', { params: at(form), body })
    },
    lastValues: (form) => client.call('getLastValues', { params: at(form) }),
    createRecord: makeRecord(workspace, onMade),
    runReport: (report, filter) =>
      client.call('runReport', {
        params: { workspace },
        body: { report, ...(filter === undefined ? {} : { filter }) },
      }),
    uploadFile: (file, replaces) => {
      const form = new FormData()
      form.append('file', file)
      return client.call('uploadFile', {
        params: { workspace },
        query: replaces === undefined ? {} : { replaces },
        form,
      })
    },
    listFiles: async (ids) =>
      (await client.call('listFiles', { params: { workspace }, body: { ids: [...ids] } })).files,
    listFileVersions: async (id) =>
      (await client.call('listFileVersions', { params: { workspace, id } })).versions,
    fileUrl: (id) => `/api/w/${workspace}/files/${id}`,
    items: itemsData(workspace),
  }
}
