import type { TemplateCard } from '@pipewright/contract'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import type { ReadTemplate } from '../../templates/read-template.ts'

const cardOf = ({ card, definition }: ReadTemplate): TemplateCard => ({
  key: card.key,
  name: card.name,
  description: card.description,
  contains: card.contains,
  version: card.version,
  sample: card.sample ?? false,
  counts: {
    forms: definition.forms.length,
    views: definition.views.length,
    reports: definition.reports.length,
    roles: definition.roles.length,
  },
})

/** What a workspace can start from. */
export function registerTemplates(app: FastifyInstance, { templates }: Services): void {
  register(app, 'listTemplates', async () => ({ templates: [...(await templates()).values()].map(cardOf) }))
}
