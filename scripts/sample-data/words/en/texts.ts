import type { Texts } from '../words.ts'

export const texts: Texts = {
  lead: [
    {
      type: 'call',
      subject: 'First call',
      notes:
        'Confirmed size and present system. The person in charge is travelling, we speak again next week.',
    },
    {
      type: 'email',
      subject: 'Sent company profile',
      notes: 'Sent the brochure and two cases from the same industry. They want to read first.',
    },
    {
      type: 'call',
      subject: 'Background of the project',
      notes: 'Budget is set, start planned for next quarter, comparing three suppliers.',
    },
    {
      type: 'email',
      subject: 'Sent product sheets',
      notes: 'Sent data sheets and a price range as asked, waiting for an answer.',
    },
    {
      type: 'call',
      subject: 'No answer',
      notes: 'Tried twice, left a message with the reason for the call.',
    },
  ],
  qualification: [
    {
      type: 'call',
      subject: 'How they decide',
      notes: 'Operations proposes, the managing director signs. Above half a million they tender.',
    },
    {
      type: 'visit',
      subject: 'First visit',
      notes:
        'Walked the warehouse. Main pains are searching and stock counts. They will bring IT to the next meeting.',
    },
    {
      type: 'email',
      subject: 'Date for the site survey',
      notes: 'They offer Wednesday afternoon and ask for a solution engineer.',
    },
  ],
  needs_analysis: [
    {
      type: 'visit',
      subject: 'Site survey',
      notes: 'Measured aisles and racks, took three months of movement data home for the design.',
    },
    {
      type: 'meeting',
      subject: 'Requirements workshop',
      notes:
        'IT, warehouse and purchasing took part. Connection to their ERP is a must, they send the interface description.',
    },
    {
      type: 'call',
      subject: 'Further requirements',
      notes: 'They added batch tracking and expiry warnings, both are on the list now.',
    },
  ],
  proposal: [
    {
      type: 'meeting',
      subject: 'Presented the proposal',
      notes: 'Showed two options. They lean towards phases and want the price of phase one on its own.',
    },
    {
      type: 'email',
      subject: 'Sent the quote',
      notes: 'Quote and technical proposal are with purchasing, they discuss it this week.',
    },
    {
      type: 'visit',
      subject: 'Reference visit',
      notes:
        'Visited a running site of the same industry. They liked the stability and asked about response times.',
    },
  ],
  negotiation: [
    {
      type: 'meeting',
      subject: 'Price negotiation',
      notes:
        'They ask for five percent more and payment in three instalments. Instalments are fine, the price needs approval.',
    },
    {
      type: 'call',
      subject: 'Contract terms',
      notes: 'Legal has two remarks on acceptance, passed on for an answer.',
    },
    {
      type: 'email',
      subject: 'Signature',
      notes: 'Contract is in their approval system, finance and the director are still missing.',
    },
  ],
  won: [
    {
      type: 'meeting',
      subject: 'Contract signed',
      notes: 'Both sides signed. First instalment within a week, kick-off next week.',
    },
    {
      type: 'visit',
      subject: 'Kick-off',
      notes: 'Agreed on project leads and the go-live plan. They prepare network and power.',
    },
    {
      type: 'call',
      subject: 'After go-live',
      notes: 'Runs well, searching takes half the time. Willing to recommend us to their sister company.',
    },
    {
      type: 'call',
      subject: 'Reminder of the last instalment',
      notes: 'Finance pays at month end. Sent invoice and acceptance once more.',
    },
  ],
  lost: [
    {
      type: 'call',
      subject: 'Why we lost',
      notes: 'The price gap was too large. They will ask us again for new projects.',
    },
    {
      type: 'email',
      subject: 'Staying in touch',
      notes: 'They chose another solution. We talk about phase two in half a year.',
    },
  ],
  nextSteps: {
    qualification: [
      'Confirm budget and decision maker',
      'Arrange first visit',
      'Send case study',
      'Fix date of site survey',
    ],
    needs_analysis: [
      'Send survey report',
      'Hold requirements workshop',
      'Clarify ERP interface',
      'Complete list of requirements',
    ],
    proposal: [
      'Send proposal and quote',
      'Arrange reference visit',
      'Ask for feedback on quote',
      'Price phase one separately',
    ],
    negotiation: [
      'Answer contract remarks',
      'Get special price approved',
      'Agree on payment terms',
      'Follow up on signature',
    ],
  },
  competitors: [
    'Local integrator',
    'Imported brand',
    'In-house build',
    'Low-cost vendor',
    'Present supplier',
  ],
  lossNotes: [
    'We were ten percent above the competitor and they cared about the first payment: offer phases first.',
    'The decision maker changed and we had no line to the new one: know more than one person.',
    'Our design came a week late and the competitor showed first: reserve an engineer during the survey.',
    'Project moved to next year, keep in touch every quarter.',
    'They did not accept the time for the interface: have a demo of the connector ready.',
  ],
  terms: [
    'Delivered, one year of warranty. Payment: 30 % on signing, 40 % on delivery, 30 % on acceptance.',
    'Valid for 30 days, delivery six weeks after the first instalment.',
    'Includes commissioning and two days of training, more by the day.',
  ],
  accountNotes: [
    'Group purchasing, tenders in the fourth quarter.',
    'The owner is an engineer and wants to see it run.',
    'Finance pays at month end, remind a week ahead.',
    'New plant opens next year and will need more capacity.',
  ],
  paymentNotes: [
    'Bank transfer with contract number.',
    'Six-month bill.',
    'First of two transfers.',
    'Paid by the group.',
  ],
}
