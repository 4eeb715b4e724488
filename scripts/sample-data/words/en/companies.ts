import type { City, Companies, Spelled } from '../words.ts'

const names =
  'Ashgrove Brackenfield Calderbrook Dunmarsh Eastwick Fernhollow Gorsewood Haldenby Ivymoor Jessamere Kestrelford Larkholm Merrowdale Netherby Oakhanger Pellworth Quarrington Rushbourne Saltmere Thornleigh Underfell Vexbridge Wolverdene Yarrowgate Zennorwood Aldermoss Birchwater Coldharrow Deepdale Elmscott Foxhurst Greyfell Hawkridge Inglethorpe Juniperhill Kirkmarsh Lindenhall Mossgrave Northmere Ottersfield Penhallow Ravensworth Stonebeck Tidewater Upcott Wainscott Applecross Bramblecote Copperfell Drakemoor'
const endings = ['', ' & Sons', ' Group', ' International']

export const companies: Companies = {
  brands: endings.flatMap((ending) =>
    names
      .split(' ')
      .map((name): Spelled => [name + ending, (name + ending).toLowerCase().replaceAll(/[^a-z]/g, '')]),
  ),
  trades: {
    machinery: ['Engineering', 'Machine Tools', 'Hydraulics'],
    electronics: ['Electronics', 'Optics', 'Devices'],
    automotive: ['Automotive', 'Components', 'Castings'],
    food: ['Foods', 'Dairies', 'Beverages', 'Bakeries'],
    pharma: ['Pharma', 'Medical', 'Biosciences'],
    chemicals: ['Materials', 'Coatings', 'Packaging'],
    logistics: ['Logistics', 'Freight', 'Cold Storage'],
    retail: ['Retail', 'Outfitters', 'Home Stores'],
    energy: ['Energy', 'Solar', 'Power Systems'],
    other: ['Furniture', 'Print', 'Recycling'],
  },
  patterns: ['{brand} {trade} Ltd', '{brand} {trade}', '{brand} {trade} Ltd', '{brand} {trade} plc'],
  streets: [
    'Enterprise Way',
    'Mill Lane',
    'Dockside Road',
    'Foundry Street',
    'Station Approach',
    'Innovation Drive',
    'Harbour Court',
    'Quarry Road',
  ],
}

const city = (
  name: string,
  province: string,
  region: City['region'],
  phone: string,
  weight: number,
): City => ({
  name,
  province,
  region,
  phone,
  // The ranges that the regulators keep free for fiction.
  digits: phone.startsWith('+1') ? 2 : 3,
  weight,
})

export const cities: readonly City[] = [
  city('Leeds', 'West Yorkshire', 'north', '+44 113 496 0', 6),
  city('Manchester', 'Greater Manchester', 'north', '+44 161 496 0', 8),
  city('Liverpool', 'Merseyside', 'north', '+44 151 496 0', 4),
  city('Sheffield', 'South Yorkshire', 'north', '+44 114 496 0', 4),
  city('Newcastle', 'Tyne and Wear', 'north', '+44 191 498 0', 3),
  city('Glasgow', 'Scotland', 'north', '+44 141 496 0', 4),
  city('Edinburgh', 'Scotland', 'north', '+44 131 496 0', 3),
  city('Birmingham', 'West Midlands', 'central', '+44 121 496 0', 7),
  city('Nottingham', 'Nottinghamshire', 'central', '+44 115 496 0', 4),
  city('Leicester', 'Leicestershire', 'central', '+44 116 496 0', 3),
  city('London', 'Greater London', 'south', '+44 20 7946 0', 9),
  city('Reading', 'Berkshire', 'south', '+44 118 496 0', 4),
  city('Bristol', 'Bristol', 'west', '+44 117 496 0', 5),
  city('Cardiff', 'Wales', 'west', '+44 29 2018 0', 3),
  city('Belfast', 'Northern Ireland', 'west', '+44 28 9649 6', 2),
  city('Norwich', 'Norfolk', 'east', '+44 1632 960', 2),
  city('Boston', 'Massachusetts', 'overseas', '+1 617 555 01', 2),
  city('Chicago', 'Illinois', 'overseas', '+1 312 555 01', 2),
  city('Toronto', 'Ontario', 'overseas', '+1 416 555 01', 2),
]
