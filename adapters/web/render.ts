import type { Card } from '../../src/chat/card.ts'
import { clean } from '../../src/text/clean.ts'

/**
 * The card as the page gets it. The page draws the vocabulary itself and puts every text in as text, so nothing is escaped
 * here; what no database or screen can hold is taken out.
 */
export const render = (card: Card): Card => JSON.parse(JSON.stringify(card, cleanText))

const cleanText = (_: string, value: unknown): unknown => (typeof value === 'string' ? clean(value) : value)
