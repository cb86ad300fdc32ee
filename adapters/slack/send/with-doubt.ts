import type { Language } from '../../../src/domain/people/directory.ts'
import { texts } from '../../../src/text/texts.ts'
import { noted } from '../render/words.ts'
import type { SlackMessage } from '../render.ts'

/** Marks a message that may stand already, where Slack does not let us look (T06). */
export const withDoubt = (drawn: readonly SlackMessage[], language: Language): readonly SlackMessage[] =>
  drawn.map(({ text, blocks }, part) => ({
    text,
    blocks: part === 0 ? [...blocks, ...noted(texts(language).replies.maybeTwice('Slack'))] : blocks,
  }))
