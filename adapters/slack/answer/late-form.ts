import { type Card, type Press, pressOf } from '../../../src/chat/card.ts'
import type { Problem } from '../../../src/chat/form.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'

const withButton = (words: string, form: Press, language: Language): Card => ({
  ...wordsCard(words, 'info'),
  buttons: [{ label: texts(language).replies.openForm, press: pressOf(form), style: 'primary' }],
})

/** What is said where Slack no longer opens a form: a button that opens it. */
export const lateForm = (form: Press, language: Language): Card =>
  withButton(texts(language).slackReplies.formLate, form, language)

/** What is wrong with a form that is no longer open, and a button that opens it again. */
export const lateProblems = (problems: readonly Problem[], form: Press, language: Language): Card => {
  const said = [texts(language).replies.correct, ...problems.map(({ message }) => `• ${message}`)]
  return withButton(said.join('\n'), form, language)
}
