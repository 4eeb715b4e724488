import { Type } from 'typebox'
import { route } from '../route.ts'
import { Matches, Taken } from './record-shapes.ts'
import { FormParams, Id, ShownValues, Values, closed } from '../shapes.ts'

const base = '/api/w/:workspace/forms/:form'

/** What is asked while a record is being entered. */
export const recordEntryRoutes = {
  getLastValues: route({
    method: 'GET',
    path: `${base}/last-values`,
    auth: 'member',
    summary: 'What the caller entered last in fields that start with it',
    params: FormParams,
    answer: closed({ values: Values, titles: Type.Record(Type.String(), Type.String()) }),
  }),
  getFillLimit: route({
    method: 'GET',
    path: `${base}/fill-limit`,
    auth: 'member',
    summary: 'Why the caller may not make another record of the form; null while he may',
    params: FormParams,
    answer: closed({ reached: Type.Union([Type.String(), Type.Null()]) }),
  }),
  calculateDraft: route({
    method: 'POST',
    path: `${base}/calculate`,
    auth: 'member',
    summary: 'What a record being typed would show in fields that look through other forms',
    params: FormParams,
    body: closed({ id: Type.Optional(Id), values: Values }),
    answer: closed({ values: ShownValues }),
  }),
  findMatches: route({
    method: 'POST',
    path: `${base}/matches`,
    auth: 'member',
    summary: 'Possible duplicates of what is being typed',
    params: FormParams,
    body: closed({ values: Values, except: Type.Optional(Id) }),
    answer: Matches,
  }),
  findTaken: route({
    method: 'POST',
    path: `${base}/taken`,
    auth: 'member',
    summary: 'What of these values must not occur twice and does',
    params: FormParams,
    body: closed({ values: Values, except: Type.Optional(Id) }),
    answer: closed({ taken: Type.Array(Taken) }),
  }),
}
