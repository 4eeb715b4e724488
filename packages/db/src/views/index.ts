export * from './desks.ts'
export {
  findSavedView,
  insertSavedView,
  listSavedViews,
  setViewDeleted,
  updateSavedView,
  type SavedViewRow,
} from './saved-views.ts'
