import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { RouteName } from '@pipewright/contract'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { provideDivisions, providePhoneNumbers } from '@pipewright/compiler'
import { chinaDivisions } from '@pipewright/compiler/divisions'
import { phoneEngine } from '@pipewright/compiler/phone-engine'
import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { defaultLimits, type AppOptions } from './app-options.ts'
import { authenticate } from './auth/authenticate.ts'
import { loggerFor } from './log/logger.ts'
import { answerProblems } from './problems/error-handler.ts'
import { registerApprovals } from './resources/approvals/routes.ts'
import { registerAccount } from './resources/account/routes.ts'
import { registerOwnSessions } from './resources/account/sessions.ts'
import { registerApiKeys } from './resources/api-keys/routes.ts'
import { registerApp } from './resources/app/routes.ts'
import { registerWebManifest } from './resources/app/web-manifest.ts'
import { registerBackups } from './resources/backups/routes.ts'
import { registerCalendar } from './resources/calendar/routes.ts'
import { registerBuilders } from './resources/builders/routes.ts'
import { registerBin } from './resources/bin/routes.ts'
import { registerBulk } from './resources/bulk/routes.ts'
import { registerButtons } from './resources/buttons/routes.ts'
import { registerComments } from './resources/comments/routes.ts'
import { registerConversions } from './resources/conversions/routes.ts'
import { registerDepartments } from './resources/departments/routes.ts'
import { registerDraft } from './resources/draft/routes.ts'
import { registerEvents } from './resources/events/routes.ts'
import { registerKept } from './resources/kept/routes.ts'
import { registerExchangeRates } from './resources/exchange-rates/routes.ts'
import { registerRecalculations } from './resources/recalculations/routes.ts'
import { registerDuplicates } from './resources/matching/duplicate-routes.ts'
import { registerMerges } from './resources/matching/merge-routes.ts'
import { registerMatching } from './resources/matching/routes.ts'
import { matchingJobs } from './resources/matching/matching-jobs.ts'
import { spellingJobs } from './resources/records/spelling-jobs.ts'
import { registerExports } from './resources/exports/routes.ts'
import { registerItems } from './resources/items/routes.ts'
import { registerFiles } from './resources/files/routes.ts'
import { registerHandOver } from './resources/hand-over/routes.ts'
import { registerHold } from './resources/hold/routes.ts'
import { registerImports } from './resources/imports/routes.ts'
import { registerLooks } from './resources/looks/routes.ts'
import { registerMail } from './resources/mail/routes.ts'
import { registerRecordMails } from './resources/record-mails/routes.ts'
import { registerMembers } from './resources/members/routes.ts'
import { registerPush } from './resources/push/routes.ts'
import { registerNotifications } from './resources/notifications/routes.ts'
import { registerOpenApi } from './resources/openapi/routes.ts'
import { registerPublicLinks } from './resources/public-forms/link-routes.ts'
import { registerPublicForms } from './resources/public-forms/routes.ts'
import { registerCells } from './resources/cells/routes.ts'
import { registerFollowUps } from './resources/follow-ups/routes.ts'
import { registerHistory } from './resources/history/routes.ts'
import { registerChanges } from './resources/changes/routes.ts'
import { registerRecords } from './resources/records/routes.ts'
import { registerReports } from './resources/reports/routes.ts'
import { registerReset } from './resources/reset/routes.ts'
import { registerSession } from './resources/session/routes.ts'
import { parseJsonBody } from './routing/json-body.ts'
import { registerAround } from './resources/around/routes.ts'
import { registerPresence } from './resources/presence/routes.ts'
import { registerShares } from './resources/shares/routes.ts'
import { registerTodo } from './resources/todo/routes.ts'
import { registerTypeChanges } from './resources/type-changes/routes.ts'
import { registerTemplates } from './resources/templates/routes.ts'
import { registerPlaces } from './resources/views/place-routes.ts'
import { registerViews } from './resources/views/routes.ts'
import { registerWorkspaces } from './resources/workspaces/routes.ts'
import { refuseMissingRoutes, refuseUndeclaredAuth } from './routing/register.ts'
import { validatorOf } from './routing/validator.ts'
import { createServices, type Services } from './services.ts'
import { answerHealth } from './web/health.ts'
import { sendSecurityHeaders } from './web/security-headers.ts'
import { serveWeb } from './web/serve-web.ts'

type Resource = (app: FastifyInstance, services: Services) => void

/** Every resource of the API; a route of the contract that none of them registers fails the start. */
const resources: readonly Resource[] = [
  registerSession,
  registerReset,
  registerAccount,
  registerOwnSessions,
  registerTemplates,
  registerWorkspaces,
  registerApp,
  registerWebManifest,
  registerCalendar,
  registerEvents,
  registerMembers,
  registerDepartments,
  registerApiKeys,
  registerDraft,
  registerTypeChanges,
  registerBuilders,
  registerImports,
  registerExchangeRates,
  registerKept,
  registerRecalculations,
  spellingJobs,
  matchingJobs,
  registerMatching,
  registerMerges,
  registerDuplicates,
  registerFiles,
  registerExports,
  registerItems,
  registerRecords,
  registerBin,
  registerBulk,
  registerCells,
  registerChanges,
  registerComments,
  registerFollowUps,
  registerLooks,
  registerShares,
  registerPresence,
  registerAround,
  registerHistory,
  registerHandOver,
  registerConversions,
  registerButtons,
  registerReports,
  registerOpenApi,
  registerApprovals,
  registerNotifications,
  registerBackups,
  registerMail,
  registerHold,
  registerRecordMails,
  registerPush,
  registerTodo,
  registerPublicForms,
  registerPublicLinks,
  registerPlaces,
  registerViews,
]

function emptyApp({ log, logLevel, random, trustProxy, limits }: AppOptions): FastifyInstance {
  const app = fastify({
    ...loggerFor({ log, ...(logLevel === undefined ? {} : { logLevel }) }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => Buffer.from(random(12)).toString('base64url'),
    trustProxy: trustProxy ?? false,
    bodyLimit: limits?.fileBytes ?? defaultLimits.fileBytes,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  })
  app.decorate('registeredRoutes', new Set<RouteName>())
  app.decorate('turnsUnderWay', new Set<Promise<void>>())
  app.setValidatorCompiler(({ schema }) => validatorOf(schema as object))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => parseJsonBody(String(body)),
  )
  return app
}

/** The whole server: an explicit list of plugins and routes. Production and tests build it alike. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  provideEngines(heavyEngines)
  providePhoneNumbers(phoneEngine)
  provideDivisions(chinaDivisions)
  const app = emptyApp(options)
  app.decorate('checksAnswers', options.checkAnswers ?? false)
  const services = await createServices(options)
  app.addHook('onClose', () => services.announcements.close())
  answerProblems(app)
  refuseUndeclaredAuth(app)
  await sendSecurityHeaders(app, {
    https: options.cookieSecure,
    tiles: options.mapTiles?.address,
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: services.limits.fileBytes, files: 1, fields: 20, parts: 21 },
  })
  authenticate(app, { ...services, origins: options.origins })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  answerHealth(app, options.database)
  for (const resource of resources) resource(app, services)
  refuseMissingRoutes(app)
  await serveWeb(app, options.staticFolder)
  return app
}
