import type { Topic } from '../words.ts'

export const topics: readonly Topic[] = [
  {
    name: 'warehouse automation',
    need: [
      '3,000 m² warehouse, pickers walk too far and peak season overflows; wants software and robots as phase one.',
      'Stock accuracy is 92 % and month-end counts stop the site for two days.',
    ],
    lines: [
      ['WMS-E', 1, 1],
      ['AGV-600', 3, 8],
      ['CHG-20', 1, 3],
      ['FMS-1', 1, 1],
      ['DEP-D', 20, 45],
    ],
  },
  {
    name: 'pallet robots',
    need: [
      '400 pallets a day between line and store, cannot hire forklift drivers.',
      'Material is pushed to the stations by hand; looking for robots to deliver it.',
    ],
    lines: [
      ['AGV-1500', 2, 5],
      ['CHG-20', 1, 2],
      ['FMS-1', 1, 1],
      ['DEP-D', 10, 25],
      ['TRN-D', 1, 3],
    ],
  },
  {
    name: 'warehouse system',
    need: [
      'Stock lives in spreadsheets, a dozen wrong shipments a month.',
      'Group wants all sites on a system this year, finished goods first.',
    ],
    lines: [
      ['WMS-B', 1, 1],
      ['WMS-U', 5, 20],
      ['PDA-50', 6, 20],
      ['DEP-D', 8, 20],
      ['TRN-D', 1, 2],
    ],
  },
  {
    name: 'handheld replacement',
    need: [
      'Old scanners are out of support and must be replaced before year end.',
      'Opening two branches, needs scanners and printers for both.',
    ],
    lines: [
      ['PDA-50', 10, 40],
      ['PRT-300', 1, 6],
      ['LBL-100', 5, 20],
    ],
  },
  {
    name: 'parcel sorting',
    need: [
      '30,000 parcels on peak days, sorting by hand no longer keeps up.',
      'Sorting errors at 0.8 % cost them a large customer; target is 0.1 %.',
    ],
    lines: [
      ['SORT-8', 1, 2],
      ['WMS-E', 1, 1],
      ['DEP-D', 15, 40],
      ['MNT-Y', 1, 2],
    ],
  },
  {
    name: 'racking extension',
    need: [
      'Hall is eleven metres high and half empty; wants to double capacity.',
      'Phase two of the plant opens in June, racks must be ordered three months ahead.',
    ],
    lines: [
      ['RACK-H', 60, 220],
      ['RACK-S', 0, 12],
      ['PLAN-1', 0, 1],
      ['DEP-D', 6, 18],
    ],
  },
  {
    name: 'traceability',
    need: [
      'Customer audits ask for batch traceability, paper records do not pass.',
      'Regulator requires serial numbers on every pack.',
    ],
    lines: [
      ['MES-M', 1, 2],
      ['PRT-300', 2, 8],
      ['PDA-50', 4, 15],
      ['TAG-U', 5, 30],
      ['DEP-D', 6, 15],
    ],
  },
  {
    name: 'RFID stock count',
    need: [
      'Loses returnable boxes worth nearly a million a year.',
      'A store count takes two days and should take two hours.',
    ],
    lines: [
      ['RFID-4', 1, 4],
      ['TAG-U', 20, 80],
      ['API-E', 1, 1],
      ['DEP-D', 5, 12],
    ],
  },
  {
    name: 'maintenance renewal',
    need: [
      'Maintenance ends next month, wants to renew with one more inspection.',
      'Robots are three years old, wants batteries included.',
    ],
    lines: [
      ['MNT-Y', 1, 3],
      ['BAT-48', 0, 6],
      ['TRN-D', 0, 1],
    ],
  },
  {
    name: 'supplies agreement',
    need: [
      'Steady use of labels and ribbons, wants fixed prices for a year.',
      'Present supplier delivers late, looking for a second source.',
    ],
    lines: [
      ['LBL-100', 40, 160],
      ['RIB-110', 20, 90],
      ['TAG-U', 5, 20],
    ],
  },
]
