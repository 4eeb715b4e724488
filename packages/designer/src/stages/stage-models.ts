import type { LocalizedText, Option, Stage } from '@pipewright/schemas'

/** A stage as a model knows it: its names, chance of winning, longest stay, and what is to be done by which day. */
export interface ModelStage {
  readonly label: LocalizedText
  readonly outcome?: Option['outcome']
  readonly probability: number
  readonly days?: number
  readonly tasks?: readonly { readonly label: LocalizedText; readonly days: number }[]
}

/** The way that records of one kind usually go. */
export interface StageModel {
  readonly key: string
  readonly label: LocalizedText
  readonly stages: readonly ModelStage[]
}

const named = (en: string, zh: string): LocalizedText => ({ en, zh })
const task = (days: number, en: string, zh: string) => ({ days, label: named(en, zh) })

const open = (
  probability: number,
  days: number,
  label: LocalizedText,
  ...tasks: readonly { readonly label: LocalizedText; readonly days: number }[]
): ModelStage => ({ label, probability, days, ...(tasks.length === 0 ? {} : { tasks }) })

const won = (label: LocalizedText): ModelStage => ({ label, outcome: 'won', probability: 100 })
const lost: ModelStage = { label: named('Lost', '输单'), outcome: 'lost', probability: 0 }

const call = task(1, 'Call the lead', '首次电话联系')
const quote = task(3, 'Send the quote', '发送报价单')
const askBack = task(7, 'Ask what is missing for a decision', '跟进报价反馈')
const needs = task(5, 'Write down needs, budget and who decides', '记录需求、预算与决策人')
const proposal = task(5, 'Send the proposal', '发送方案')
const contract = task(7, 'Agree on terms and send the contract', '确认条款并发送合同')
const handOver = task(3, 'Hand over to delivery', '与交付团队交接')

/** The models that sales teams begin with; everything about them can be changed afterwards. */
export const stageModels: readonly StageModel[] = [
  {
    key: 'quote_short',
    label: named('Lead to quote', '线索–意向–报价–成交'),
    stages: [
      open(10, 7, named('Lead', '线索'), call),
      open(30, 14, named('Interest', '意向'), needs),
      open(60, 14, named('Quote', '报价'), quote, askBack),
      won(named('Won', '成交')),
      lost,
    ],
  },
  {
    key: 'proposal_short',
    label: named('Lead to proposal', '线索–意向–提案–成交'),
    stages: [
      open(10, 7, named('Lead', '线索'), call),
      open(30, 14, named('Interest', '意向'), needs),
      open(60, 21, named('Proposal', '提案'), proposal, askBack),
      won(named('Won', '成交')),
      lost,
    ],
  },
  {
    key: 'solution',
    label: named('Solution sale with delivery', '线索获取到交付'),
    stages: [
      open(5, 3, named('New lead', '线索获取'), call),
      open(15, 7, named('First talk', '初步沟通'), task(3, 'Hold the first meeting', '完成首次沟通')),
      open(35, 14, named('Needs confirmed', '需求确认'), needs),
      open(60, 14, named('Proposal and quote', '方案报价'), proposal, askBack),
      open(85, 14, named('Contract', '签约'), contract, handOver),
      won(named('Delivered', '交付')),
      lost,
    ],
  },
  {
    key: 'key_account',
    label: named('Key account with service', '客户开发到售后'),
    stages: [
      open(10, 30, named('Development', '客户开发'), task(7, 'Visit the customer', '上门拜访')),
      open(25, 21, named('Needs analysis', '需求分析'), needs),
      open(45, 21, named('Solution design', '方案制定'), proposal),
      open(65, 14, named('Negotiation', '报价谈判'), quote, askBack),
      open(90, 30, named('Contract in progress', '签约执行'), contract, handOver),
      won(named('After-sales', '售后')),
      lost,
    ],
  },
  {
    key: 'sop',
    label: named('Four steps', '首次沟通到谈判签约'),
    stages: [
      open(10, 3, named('First contact', '首次沟通'), call),
      open(30, 10, named('Discovery', '需求挖掘'), needs),
      open(60, 14, named('Offer', '方案报价'), proposal, quote),
      open(80, 14, named('Closing', '谈判签约'), contract),
      won(named('Won', '成交')),
      lost,
    ],
  },
  {
    key: 'lifecycle',
    label: named('Customer lifecycle', '客户生命周期'),
    stages: [
      open(10, 14, named('First touch', '初次接触'), call),
      open(40, 30, named('Interested', '意向'), needs),
      open(80, 14, named('Signing', '签约'), contract),
      won(named('Cared for', '售后服务')),
      won(named('Growing', '二次开发')),
      { label: named('Gone', '流失'), outcome: 'lost', probability: 0 },
    ],
  },
]

/** What is said about a stage of a model. */
export function stageSettings(key: string, { days, tasks }: ModelStage): Stage | undefined {
  if (days === undefined && tasks === undefined) return undefined
  return {
    key,
    ...(days === undefined ? {} : { days }),
    ...(tasks === undefined
      ? {}
      : {
          checklist: tasks.map((one, position) => ({
            key: `task_${String(position + 1)}`,
            label: one.label,
            days: one.days,
          })),
        }),
  }
}
