import type { View } from '@pipewright/schemas'
import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, Id, ItemParams, Key, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

/** All of a view but its name and place, so that a saved view can become a view of the app and the other way round. */
export type ViewSettings = Omit<View, 'key' | 'form' | 'label'>

const ViewSettings = Type.Unsafe<ViewSettings>({
  type: 'object',
  description: 'A view without key, form and label (view.schema.json).',
})

const ViewName = Type.String({ minLength: 1, maxLength: 100 })

export const ViewSharing = closed({
  with: Type.Union([Type.Literal('nobody'), Type.Literal('everybody'), Type.Literal('some')], {
    description:
      'Everybody who may read the form; or, with some, members of these roles and departments, and below.',
  }),
  roles: Type.Array(Key, { maxItems: 200 }),
  departments: Type.Array(Id, { maxItems: 200 }),
})
export type ViewSharing = Static<typeof ViewSharing>

/** A view that a member saved, as the caller may see it. */
export const SavedView = closed({
  id: Id,
  form: Key,
  name: Type.String(),
  owner: Id,
  settings: ViewSettings,
  sharing: ViewSharing,
  locked: Type.Boolean({ description: 'Only its owner changes it, whoever it is shared with.' }),
  version: Type.Integer(),
  leftOut: Type.Array(Type.String(), {
    description:
      'Properties of the settings of which something is left out: its field is gone, or the caller may not read it.',
  }),
  may: closed({
    change: Type.Boolean({ description: 'Save other settings.' }),
    manage: Type.Boolean({ description: 'Name, share, lock and delete it.' }),
  }),
})
export type SavedView = Static<typeof SavedView>

const ViewKey = Type.String({ maxLength: 48, description: 'Key of a view of the app, or id of a saved one.' })

/** The saved views of a form that the caller may open, and how he wants to find the views of this form. */
export const FormViews = closed({
  views: Type.Array(SavedView),
  order: Type.Array(ViewKey, { description: 'Views in the order of the caller; others follow.' }),
  opens: closed({
    own: Nullable(ViewKey),
    role: Nullable(Key),
  }),
  folded: Type.Record(Type.String(), Type.Array(Type.String()), {
    description:
      'Columns of boards that the caller folded, by view; lanes by `<view>.lanes.<field of the lanes>`.',
  }),
  roles: Type.Array(closed({ key: Key, label: Type.Object({}, { additionalProperties: Type.String() }) }), {
    description: 'Roles that a view can be shared with.',
  }),
})
export type FormViews = Static<typeof FormViews>

const ViewParams = ItemParams

export const viewRoutes = {
  listViews: route({
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/views',
    auth: 'member',
    summary: 'Views of a form that members saved: own ones and those shared with the caller',
    params: FormParams,
    answer: FormViews,
  }),
  createView: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/views',
    auth: 'member',
    summary: 'Save a view',
    params: FormParams,
    body: closed({
      name: ViewName,
      settings: ViewSettings,
      sharing: Type.Optional(ViewSharing),
      locked: Type.Optional(Type.Boolean()),
    }),
    status: 201,
    answer: SavedView,
  }),
  getView: route({
    method: 'GET',
    path: '/api/w/:workspace/views/:id',
    auth: 'member',
    summary:
      'A saved view by its id, as far as the caller may read what it names: whoever was sent the link of a private view can take a copy',
    params: ViewParams,
    answer: SavedView,
  }),
  updateView: route({
    method: 'PATCH',
    path: '/api/w/:workspace/views/:id',
    auth: 'member',
    summary: 'Change a saved view',
    params: ViewParams,
    body: closed({
      version: Type.Integer(),
      name: Type.Optional(ViewName),
      settings: Type.Optional(ViewSettings),
      sharing: Type.Optional(ViewSharing),
      locked: Type.Optional(Type.Boolean()),
    }),
    answer: SavedView,
  }),
  deleteView: route({
    method: 'DELETE',
    path: '/api/w/:workspace/views/:id',
    auth: 'member',
    summary: 'Delete a saved view; for 30 days it can be restored',
    params: ViewParams,
    status: 204,
  }),
  restoreView: route({
    method: 'POST',
    path: '/api/w/:workspace/views/:id/restore',
    auth: 'member',
    summary: 'Bring a deleted view back',
    params: ViewParams,
    answer: SavedView,
  }),
  foldInView: route({
    method: 'PUT',
    path: '/api/w/:workspace/forms/:form/views/:view/folded',
    auth: 'member',
    summary: 'Fold a column or a lane of a board for the caller, or unfold it',
    params: closed({ ...FormParams.properties, view: ViewKey }),
    body: closed({
      lanes: Type.Optional(
        Type.Unsafe<string>({ ...Key, description: 'The field of the lanes; without, a column.' }),
      ),
      value: Type.String({ maxLength: 200, description: 'Its value; empty for records without one.' }),
      folded: Type.Boolean(),
    }),
    status: 204,
  }),
  arrangeViews: route({
    method: 'PUT',
    path: '/api/w/:workspace/forms/:form/views/arrangement',
    auth: 'member',
    summary: 'In which order the caller finds the views of a form, and which one it opens with',
    params: FormParams,
    body: closed({
      order: Type.Optional(Type.Array(ViewKey, { maxItems: 1000 })),
      opens: Type.Optional(Nullable(ViewKey)),
    }),
    status: 204,
  }),
}
