export * from './desks.ts'
export { changeFavourites, readPlaces, type Places } from './places.ts'
export {
  findSavedView,
  insertSavedView,
  listSavedViews,
  setViewDeleted,
  updateSavedView,
  type SavedViewRow,
} from './saved-views.ts'
