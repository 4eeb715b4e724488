export {
  changePublicLink,
  findPublicLink,
  listPublicLinks,
  putPublicLink,
  takePlace,
  type PublicLink,
  type PublicLinkChange,
} from './links.ts'
export {
  countPublicCall,
  filesOfVisit,
  findVisit,
  forgetVisits,
  insertVisit,
  insertVisitFile,
  spendVisit,
  type PublicVisit,
} from './visits.ts'
export { findAnswer, hasAnswered, insertAnswer, type PublicAnswer } from './answers.ts'
