import type { Builder, Draft, PublicLink } from '@pipewright/contract'
import { applyEdits, describeChange, diffDefinitions, fieldOfType } from '@pipewright/metadata'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import type { DesignerApi } from '../designer-api.ts'

export interface MemoryApi extends DesignerApi {
  readonly calls: (readonly Edit[])[]
  readonly published: () => number
}

/** A server for tests of screens: keeps one draft, one step per call, and publishes it. */
export function memoryApi(definition: AppDefinition, builders: Builder[] = []): MemoryApi {
  let base = definition
  let now = definition
  let version = 0
  const links = new Map<string, PublicLink>()
  let revision = 1
  let past: AppDefinition[] = []
  let future: AppDefinition[] = []
  const calls: (readonly Edit[])[] = []
  const sentences = () =>
    diffDefinitions(base, now).map((change) => ({
      en: describeChange(change, 'en'),
      zh: describeChange(change, 'zh'),
    }))
  const draft = (): Promise<Draft> =>
    Promise.resolve(
      structuredClone({
        base: revision,
        published: revision,
        version,
        definition: now,
        changes: sentences(),
        undo: past.length,
        redo: future.length,
      }),
    )
  const go = (next: AppDefinition) => {
    now = next
    version += 1
    return draft()
  }
  return {
    calls,
    published: () => revision,
    getDraft: draft,
    edit(_, edits) {
      const result = applyEdits(now, edits)
      if ('problems' in result) throw new Error(JSON.stringify(result.problems))
      calls.push(edits)
      past.push(now)
      future = []
      return go(result.definition)
    },
    undo() {
      const last = past.pop()
      if (last === undefined) return draft()
      future.push(now)
      return go(last)
    },
    redo() {
      const next = future.pop()
      if (next === undefined) return draft()
      past.push(now)
      return go(next)
    },
    discard: () => go(base),
    rebase: async () => ({ draft: await draft(), conflicts: [] }),
    meet: () => Promise.resolve({ version, published: revision, builders }),
    onBuilders: () => () => {},
    impact: () =>
      Promise.resolve({
        changes: sentences().map((text) => ({ text, effects: [] })),
        blocked: false,
        statements: 1,
        problems: [],
        token: `${version}`,
      }),
    previewTypeChange: ({ form, field: key, to }) => {
      const old = now.forms.find((one) => one.key === form)?.fields.find((one) => one.key === key)
      if (old === undefined) throw new Error('no such field')
      const field = fieldOfType(old, to)
      const examples = [{ was: '1,234.50', becomes: '1234.50' }]
      return Promise.resolve({ field, filled: 3, converts: 2, changes: 0, keeps: 1, examples, kept: ['n/a'] })
    },
    publish() {
      base = now
      past = []
      future = []
      revision += 1
      return Promise.resolve({ revision, converting: false })
    },
    typeChange: () => Promise.resolve({ running: null }),
    cancelTypeChange: () => Promise.resolve({ cancelled: false }),
    revisions: () => Promise.resolve({ revisions: [] }),
    readTable: () => Promise.reject(new Error('no table in these tests')),
    importTable: () => Promise.reject(new Error('no import in these tests')),
    uploadPicture: () => Promise.resolve({ id: '00000000-0000-7000-8000-000000000009' }),
    restore: draft,
    publicLinks: () => Promise.resolve({ links: [...links.values()] }),
    putPublicLink(form, page) {
      const link = {
        form,
        page,
        path: `/p/acme/${form}-${page}`,
        owner: '',
        hasPassword: false,
        open: true,
        taken: 0,
      }
      links.set(`${form} ${page}`, link)
      return Promise.resolve(link)
    },
    changePublicLink(form, page, { password, ...changes }) {
      const known = links.get(`${form} ${page}`)
      if (known === undefined) throw new Error('no such link')
      const link = {
        ...known,
        ...changes,
        hasPassword: password === undefined ? known.hasPassword : password !== null,
      }
      links.set(`${form} ${page}`, link)
      return Promise.resolve(link)
    },
  }
}
