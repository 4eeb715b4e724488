import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

export const FileInfo = closed({
  id: Id,
  name: Type.String(),
  bytes: Type.Integer(),
  type: Type.String(),
  version: Type.Optional(Type.Integer({ minimum: 1, description: 'Above 1 it stands for an earlier file.' })),
})
export type FileInfo = Static<typeof FileInfo>

export const FileVersion = closed({
  ...FileInfo.properties,
  uploadedBy: Nullable(Id),
  uploadedAt: Instant,
})
export type FileVersion = Static<typeof FileVersion>

export const fileRoutes = {
  uploadFile: route({
    method: 'POST',
    path: '/api/w/:workspace/files',
    auth: 'member',
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload a file, to be attached to a record afterwards',
    params: WorkspaceParams,
    query: closed({
      replaces: Type.Optional({ ...Id, description: 'The file that the new one is a newer version of.' }),
    }),
    answer: FileInfo,
  }),
  uploadPicture: route({
    method: 'POST',
    path: '/api/w/:workspace/files/pictures',
    auth: 'member',
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload a picture for the layout of a form, which every member may see',
    params: WorkspaceParams,
    answer: FileInfo,
  }),
  listFiles: route({
    method: 'POST',
    path: '/api/w/:workspace/files/list',
    auth: 'member',
    summary: 'Names and sizes of files the caller may read',
    params: WorkspaceParams,
    body: closed({ ids: Type.Array(Id, { maxItems: 500 }) }),
    answer: closed({ files: Type.Array(FileInfo) }),
  }),
  listFileVersions: route({
    method: 'GET',
    path: '/api/w/:workspace/files/:id/versions',
    auth: 'member',
    summary: 'A file and the earlier ones it stands for, newest first',
    params: ItemParams,
    answer: closed({ versions: Type.Array(FileVersion) }),
  }),
  getFile: route({
    method: 'GET',
    path: '/api/w/:workspace/files/:id',
    auth: 'member',
    answerKind: 'file',
    summary: 'Download a file of a record one may read',
    params: ItemParams,
  }),
}
