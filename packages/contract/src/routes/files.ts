import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, ItemParams, WorkspaceParams, closed } from '../shapes.ts'

export const FileInfo = closed({ id: Id, name: Type.String(), bytes: Type.Integer(), type: Type.String() })
export type FileInfo = Static<typeof FileInfo>

export const fileRoutes = {
  uploadFile: route({
    method: 'POST',
    path: '/api/w/:workspace/files',
    auth: 'member',
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload a file, to be attached to a record afterwards',
    params: WorkspaceParams,
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
  getFile: route({
    method: 'GET',
    path: '/api/w/:workspace/files/:id',
    auth: 'member',
    answerKind: 'file',
    summary: 'Download a file of a record one may read',
    params: ItemParams,
  }),
}
