import type { Row } from './csv.ts'
import type { Account, Contract, Instalment, Invoice, Line, Order, Payment, Quote } from './model.ts'
import { moneyText, totalOf } from './money.ts'
import type { Table } from './tables.ts'
import { day, moment, table } from './tables.ts'
import type { Words } from './words/words.ts'

/** An instalment, payment, invoice or order together with the contract it belongs to. */
export interface Under<E> {
  readonly entity: E
  readonly contract: Contract
  readonly instalment?: Instalment
}

const customer = (contract: Contract): Account => contract.quote.deal.account

export function productTable(words: Words): Table {
  const rows = words.products.map((product, index) => ({
    id: `pro-${index + 1}`,
    owner: 'director',
    created: moment({ day: -400, minute: 9 * 60 + index }),
    name: product.name,
    code: product.code,
    category: product.category,
    unit: product.unit,
    list_price: moneyText(product.price),
    cost: moneyText(product.cost),
    active: String(product.active ?? true),
    description: product.description,
  }))
  return { columns: Object.keys(rows[0] ?? {}), rows }
}

export function quoteTable(quotes: readonly Quote[]): Table {
  return table(quotes, (quote) => ({
    opportunity: quote.deal.id,
    account: quote.deal.account.id,
    contact: quote.deal.contact.id,
    valid_until: day(quote.created.day + 30),
    status: quote.status,
    terms: quote.terms,
  }))
}

export function lineTable(
  parents: readonly (readonly [id: string, lines: readonly Line[]])[],
  words: Words,
): Table {
  const rows = parents.flatMap(([parent, lines]) =>
    lines.map((line): Row => ({
      parent,
      product: `pro-${words.products.indexOf(line.product) + 1}`,
      quantity: line.quantity,
      unit_price: moneyText(line.unitPrice),
      discount: line.discount,
    })),
  )
  return { columns: ['parent', 'product', 'quantity', 'unit_price', 'discount'], rows }
}

export function contractTable(contracts: readonly Contract[]): Table {
  return table(contracts, (contract) => ({
    name: contract.quote.deal.name,
    account: customer(contract).id,
    opportunity: contract.quote.deal.id,
    quote: contract.quote.id,
    amount: moneyText(totalOf(contract.quote.lines)),
    signed_date: day(contract.signed),
    start_date: day(contract.signed),
    end_date: day(contract.signed + 365),
    status: contract.status,
  }))
}

/** An order without its contract is our mistake. */
function contractFor<E>(all: readonly Under<E>[], entity: E): Under<E> {
  const found = all.find((each) => each.entity === entity)
  if (!found) throw new Error('Belongs to no contract')
  return found
}

export function orderTable(sorted: readonly Order[], all: readonly Under<Order>[]): Table {
  return table(sorted, (order) => {
    const { contract } = contractFor(all, order)
    const { company, street } = customer(contract)
    return {
      contract: contract.id,
      account: customer(contract).id,
      order_date: day(contract.signed),
      delivery_date: day(order.deliveryDay),
      status: order.deliveryDay < 0 ? 'delivered' : contract.signed < -14 ? 'in_delivery' : 'confirmed',
      delivery_address: `${company.city.name} ${street}`,
    }
  })
}

export function planTable(sorted: readonly Instalment[], all: readonly Under<Instalment>[]): Table {
  return table(sorted, (instalment) => {
    const { contract } = contractFor(all, instalment)
    return {
      label: `${customer(contract).company.name} · ${instalment.number}/3`,
      contract: contract.id,
      sales_order: contract.order.id,
      account: customer(contract).id,
      due_date: day(instalment.due),
      amount: moneyText(instalment.amount),
    }
  })
}

export function paymentTable(sorted: readonly Payment[], all: readonly Under<Payment>[]): Table {
  return table(sorted, (payment) => {
    const { contract, instalment } = contractFor(all, payment)
    return {
      payment_plan: instalment?.id,
      contract: contract.id,
      account: customer(contract).id,
      opportunity: contract.quote.deal.id,
      amount: moneyText(payment.amount),
      date: day(payment.created.day),
      method: payment.method,
      note: payment.note,
    }
  })
}

export function invoiceTable(sorted: readonly Invoice[], all: readonly Under<Invoice>[]): Table {
  return table(sorted, (invoice) => {
    const { contract, instalment } = contractFor(all, invoice)
    return {
      invoice_no: invoice.number,
      contract: contract.id,
      account: customer(contract).id,
      amount: moneyText(instalment?.amount ?? 0),
      date: day(invoice.day),
      tax_rate: 13,
      kind: customer(contract).company.industry === 'retail' ? 'ordinary' : 'special',
      status: invoice.status,
    }
  })
}
