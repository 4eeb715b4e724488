import { ProblemError, type Draft } from '@pipewright/contract'
import { applyEdits } from '@pipewright/metadata'
import { aSalesApp } from '@pipewright/metadata/builders'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import type { DesignerApi } from '../designer-api.ts'
import { createDraftStore } from './draft-store.ts'

const rename = (en: string): Edit => ({ type: 'setForm', form: 'account', changes: { label: { en } } })
const labelOf = (definition: AppDefinition) => definition.forms[0]!.label.en

const problem = (code: string, status: number) =>
  new ProblemError({ type: 'about:blank', title: code, status, code, requestId: 'r' })

/** A server that keeps one draft and fails when told to. */
function aServer() {
  let draft: Draft = {
    base: 1,
    published: 1,
    version: 0,
    definition: aSalesApp(),
    changes: [],
    undo: 0,
    redo: 0,
  }
  const past: AppDefinition[] = []
  const failures: (Error | 'after')[] = []
  const calls: (readonly Edit[])[] = []
  const keep = (definition: AppDefinition, undo: number) => {
    draft = { ...draft, definition, version: draft.version + 1, undo }
    return draft
  }
  const change = (edits: readonly Edit[]) => {
    const result = applyEdits(draft.definition, edits)
    if ('problems' in result) throw problem('edit-refused', 422)
    past.push(draft.definition)
    return keep(result.definition, past.length)
  }
  const api: DesignerApi = {
    getDraft: () => Promise.resolve(structuredClone(draft)),
    async edit(version, edits) {
      const failure = failures.shift()
      if (failure !== undefined && failure !== 'after') throw failure
      if (version !== draft.version) throw problem('draft-conflict', 409)
      calls.push(edits)
      const answer = structuredClone(change(edits))
      if (failure === 'after') throw new TypeError('Failed to fetch')
      return answer
    },
    undo: () => Promise.resolve(keep(past.pop() ?? draft.definition, past.length)),
    redo: () => Promise.resolve(draft),
    discard: () => Promise.resolve(keep(aSalesApp(), 0)),
    rebase: () => Promise.resolve({ draft, conflicts: [] }),
    meet: () => Promise.resolve({ version: draft.version, published: 1, builders: [] }),
    onBuilders: () => () => {},
    impact: () => Promise.resolve({ changes: [], blocked: false, statements: 0, problems: [], token: '' }),
    publish: () => Promise.resolve({ revision: 2, converting: false }),
    typeChange: () => Promise.resolve({ running: null }),
    cancelTypeChange: () => Promise.resolve({ cancelled: false }),
    revisions: () => Promise.resolve({ revisions: [] }),
    readTable: () => Promise.reject(new Error('no table here')),
    importTable: () => Promise.reject(new Error('no import here')),
    uploadPicture: () => Promise.reject(new Error('no import here')),
    restore: () => Promise.resolve(draft),
    publicLinks: () => Promise.resolve({ links: [] }),
    putPublicLink: () => Promise.reject(new Error('not asked for')),
    previewTypeChange: () => Promise.reject(new Error('not asked for')),
    changePublicLink: () => Promise.reject(new Error('not asked for')),
  }
  return { api, calls, failures, change, draft: () => draft }
}

function aStore(server = aServer()) {
  const pauses: number[] = []
  const wait = (milliseconds: number) => {
    pauses.push(milliseconds)
    return Promise.resolve()
  }
  return { server, pauses, store: createDraftStore({ api: server.api, draft: server.draft(), wait }) }
}

describe('draft store', () => {
  it('shows an edit at once and sends steps in order, one call each', async () => {
    const { store, server } = aStore()
    store.edit([rename('One')])
    store.edit([rename('Two')])
    expect(labelOf(store.state().definition)).toBe('Two')
    expect(store.state().waiting).toHaveLength(2)
    await store.settled()
    expect(server.calls).toEqual([[rename('One')], [rename('Two')]])
    expect(store.state().waiting).toHaveLength(0)
    expect(store.state().server.version).toBe(2)
  })

  it('refuses an edit that does not fit without sending it', async () => {
    const { store, server } = aStore()
    const problems = store.edit([{ type: 'removeField', form: 'opportunity', field: 'amount' }])
    expect(problems.map(({ code }) => code)).toContain('in-use')
    await store.settled()
    expect(server.calls).toEqual([])
  })

  it('keeps the queue while the connection is lost and sends it again', async () => {
    const { store, server, pauses } = aStore()
    server.failures.push(new TypeError('Failed to fetch'), problem('busy', 503))
    const seen: boolean[] = []
    store.subscribe(() => seen.push(store.state().connected))
    store.edit([rename('One')])
    await store.settled()
    expect(pauses).toEqual([1000, 2000])
    expect(seen).toContain(false)
    expect(store.state().connected).toBe(true)
    expect(labelOf(server.draft().definition)).toBe('One')
  })

  it('does not apply a step twice when only its answer was lost', async () => {
    const { store, server } = aStore()
    server.failures.push('after')
    store.edit([rename('One')])
    await store.settled()
    expect(server.calls).toHaveLength(1)
    expect(store.state().unapplied).toEqual([])
    expect(store.state().notice).toBeNull()
  })

  it('reloads on a conflict and keeps what did not arrive visible', async () => {
    const { store, server } = aStore()
    server.change([rename('Elsewhere')])
    store.edit([rename('Mine')])
    await store.settled()
    const state = store.state()
    expect(state.notice).toBe('conflict')
    expect(labelOf(state.definition)).toBe('Elsewhere')
    expect(state.unapplied.map(({ step }) => step.edits)).toEqual([[rename('Mine')]])
    store.dismiss()
    expect(store.state().unapplied).toEqual([])
  })

  it('puts what was on its way on top of what another window changed, and says what does not go together', async () => {
    const { store, server } = aStore()
    server.change([rename('Elsewhere')])
    store.edit([{ type: 'setName', name: { en: 'Mine' } }])
    store.edit([rename('Mine too')])
    await store.settled()
    const { definition, unapplied, notice } = store.state()
    expect(definition.name.en).toBe('Mine')
    expect(labelOf(definition)).toBe('Elsewhere')
    expect(server.draft().definition).toEqual(definition)
    expect(unapplied.map(({ step }) => step.edits)).toEqual([[rename('Mine too')]])
    expect(notice).toBe('conflict')
  })

  it('keeps both changes of one field when they are of different properties', async () => {
    const { store, server } = aStore()
    const field = aSalesApp()
      .forms.find(({ key }) => key === 'opportunity')!
      .fields.find(({ key }) => key === 'due')!
    const set = (changes: object): Edit => ({
      type: 'setField',
      form: 'opportunity',
      field: { ...field, ...changes } as typeof field,
    })
    server.change([set({ label: { en: 'Until' } })])
    store.edit([set({ help: { en: 'The last day' } })])
    await store.settled()
    const now = server
      .draft()
      .definition.forms.find(({ key }) => key === 'opportunity')!
      .fields.find(({ key }) => key === 'due')
    expect(now).toMatchObject({ label: { en: 'Until' }, help: { en: 'The last day' } })
    expect(store.state().unapplied).toEqual([])
  })

  it('shows what another window changed once it looks again', async () => {
    const { store, server } = aStore()
    server.change([rename('Elsewhere')])
    await store.refresh()
    expect(labelOf(store.state().definition)).toBe('Elsewhere')
    expect(store.state().notice).toBeNull()
  })

  it('goes on with later steps when the server refuses one', async () => {
    const { store, server } = aStore()
    server.failures.push(problem('edit-refused', 422))
    store.edit([rename('Refused')])
    store.edit([{ type: 'setName', name: { en: 'New name' } }])
    await store.settled()
    expect(store.state().notice).toBe('refused')
    expect(store.state().unapplied).toHaveLength(1)
    expect(store.state().definition.name.en).toBe('New name')
    expect(labelOf(store.state().definition)).not.toBe('Refused')
  })

  it('lets undo wait for what is on its way, and sends later edits after it', async () => {
    const { store, server } = aStore()
    store.edit([rename('One')])
    const undone = store.undo()
    store.edit([{ type: 'setName', name: { en: 'Later' } }])
    expect((await undone).ok).toBe(true)
    await store.settled()
    expect(labelOf(server.draft().definition)).not.toBe('One')
    expect(server.draft().definition.name.en).toBe('Later')
    expect(store.state().definition).toEqual(server.draft().definition)
  })

  it('keeps the definition object when the server has the same', async () => {
    const { store } = aStore()
    store.edit([rename('One')])
    const shown = store.state().definition
    await store.settled()
    expect(store.state().definition).toBe(shown)
  })
})
