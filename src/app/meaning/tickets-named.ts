import { categories, categoryRules } from '../../domain/ticket/suggest/categories.ts'
import { weigh } from '../../domain/ticket/suggest/weigh.ts'
import { plain } from '../../domain/words/plain.ts'
import { askedOf } from '../../domain/words/senses/asked-of.ts'
import { type Near, wordsOfTicket } from './tickets-near.ts'

/** Those that a question names, best first. `sure`: it is about the first of them and no other. */
export type TicketsNamed = { readonly near: readonly Near[]; readonly sure: boolean }

/** A number, or a floor, room or counter by its number: of two printers it tells which. */
const figures = /[0-9]+|[一二三四五六七八九十]+(?=[楼层号台])/g

const figuresIn = (text: string): readonly string[] => plain(text, 1_000).text.match(figures) ?? []

/** Whether a ticket speaks of the same number where the question has one. */
const hasFigures = (text: string, { ticket }: Near): boolean => {
  const own = figuresIn(wordsOfTicket(ticket))
  return figuresIn(text).every((figure) => own.includes(figure))
}

/** How many of the words that name something stand in the ticket, and how many do not. */
const shared = (text: string, { ticket }: Near) => {
  const all = askedOf(text)?.names ?? 0
  const others = askedOf(text, wordsOfTicket(ticket))?.names ?? all
  return { found: all - others, others }
}

/**
 * Which of these tickets a question names, by the words of their reports: `when will the printer be fixed?`. Where none has its
 * words, those of the same sort may be meant, and none is sure.
 */
export const ticketsNamed = (text: string, all: readonly Near[]): TicketsNamed => {
  const told = all.map((near) => ({ near, ...shared(text, near), fits: hasFigures(text, near) }))
  const most = Math.max(0, ...told.map(({ found }) => found))
  const best = told.filter(({ found }) => found > 0 && found === most)
  const fitting = best.filter(({ fits }) => fits)
  const meant = fitting.length > 0 ? fitting : best
  const [only, another] = meant
  if (only !== undefined)
    return {
      near: meant.map(({ near }) => near),
      sure: another === undefined && only.fits && only.found >= only.others,
    }
  const sort = weigh(text, categoryRules, categories)?.value
  return { near: all.filter(({ ticket }) => ticket.category.value === sort), sure: false }
}
