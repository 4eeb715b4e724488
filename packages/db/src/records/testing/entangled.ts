import {
  aChoiceField,
  aDateField,
  aForeignMoneyField,
  aForm,
  aFormulaField,
  aLookupField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRelationsField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'

const ofDeals = (key: string, given: Partial<RollupField>): RollupField =>
  aRollupField({ key, form: 'deal', relation: 'account', ...given })

/** Over the deals that a campaign names in a list. */
const named = (key: string, given: Partial<RollupField>): RollupField => ({
  type: 'rollup',
  key,
  label: { en: key, zh: key },
  form: 'deal',
  through: 'deals',
  function: 'count',
  resultType: 'number',
  scale: 0,
  ...given,
})

/**
 * Every way of calculating over others: sums of formulas, totals of totals, lookups over two hops, filters over hops,
 * lists of many in both directions, what amounts in other currencies are worth, and totals that are taken while reading.
 */
export const entangled = anApp({
  forms: [
    aForm({
      key: 'region',
      fields: [
        aTextField(),
        aNumberField({ key: 'factor' }),
        aRollupField({
          key: 'volume',
          form: 'account',
          relation: 'region',
          function: 'sum',
          field: 'total',
          scale: 2,
        }),
      ],
    }),
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aRelationField({ key: 'region', form: 'region' }),
        ofDeals('deals', {}),
        ofDeals('total', { function: 'sum', field: 'amount', scale: 2 }),
        ofDeals('won', {
          function: 'sum',
          field: 'doubled',
          scale: 2,
          filter: { eq: [{ var: 'stage' }, 'won'] },
        }),
        ofDeals('least', { function: 'min', field: 'amount', scale: 2 }),
        ofDeals('most', { function: 'max', field: 'amount', scale: 2 }),
        ofDeals('mean', { function: 'avg', field: 'amount', scale: 4 }),
        ofDeals('latest', { function: 'max', field: 'due', resultType: 'date' }),
        ofDeals('stages', { function: 'listDistinct', field: 'stage', resultType: 'multiChoice' }),
        ofDeals('led', { filter: { gt: [{ var: 'account.region.factor' }, 5] } }),
        ofDeals('worth', { function: 'sum', field: 'worth', resultType: 'money', currency: 'CNY', scale: 2 }),
        aFormulaField({
          key: 'won_now',
          expression: {
            sumIfs: [
              { column: 'deal.amount' },
              { column: 'deal.account' },
              { var: 'id' },
              { column: 'deal.stage' },
              'won',
            ],
          },
        }),
        aLookupField({ key: 'factor', path: 'region.factor', resultType: 'number' }),
        aFormulaField({ key: 'score', expression: { mul: [{ var: 'total' }, { var: 'factor' }] } }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField(),
        aMoneyField(),
        aChoiceField(),
        aDateField(),
        aRelationsField({ key: 'labels', form: 'label', onDelete: 'clear' }),
        aForeignMoneyField(),
        aFormulaField({
          key: 'worth',
          resultType: 'money',
          currency: 'CNY',
          expression: { var: 'price.home' },
        }),
        aFormulaField({ key: 'doubled', expression: { mul: [{ var: 'amount' }, 2] } }),
        aLookupField({ key: 'customer', path: 'account.name', resultType: 'text' }),
        aLookupField({ key: 'factor', path: 'account.region.factor', resultType: 'number' }),
      ],
    }),
    aForm({
      key: 'campaign',
      fields: [
        aTextField(),
        aRelationsField({ key: 'deals', form: 'deal', onDelete: 'clear' }),
        named('reached', {}),
        named('total', { function: 'sum', field: 'amount', scale: 2 }),
        named('best', { function: 'max', field: 'amount', scale: 2 }),
        named('stages', { function: 'listDistinct', field: 'stage', resultType: 'multiChoice' }),
        named('led', { filter: { gt: [{ var: 'account.region.factor' }, 5] } }),
        aFormulaField({ key: 'share', expression: { mul: [{ var: 'total' }, 0.5] } }),
      ],
    }),
    aForm({
      key: 'label',
      fields: [
        aTextField(),
        aRollupField({ key: 'deals', form: 'deal', relation: 'labels' }),
        aRollupField({
          key: 'total',
          form: 'deal',
          relation: 'labels',
          function: 'sum',
          field: 'amount',
          scale: 2,
        }),
        aRollupField({
          key: 'mean',
          form: 'deal',
          relation: 'labels',
          function: 'avg',
          field: 'worth',
          scale: 4,
        }),
        aRollupField({
          key: 'led',
          form: 'deal',
          relation: 'labels',
          filter: { gt: [{ var: 'account.region.factor' }, 5] },
        }),
      ],
    }),
  ],
})
