import type { Card } from '../../../src/chat/card.ts'
import type { Form, Problem } from '../../../src/chat/form.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'

type Identity = Pick<Form, 'flow' | 'item' | 'seen' | 'choice' | 'typed'>

/** The same press as the one that asked for the form. */
const again = ({ flow, item, seen, choice, typed }: Identity): Identity => ({
  flow,
  ...(item === undefined ? {} : { item }),
  ...(seen === undefined ? {} : { seen }),
  ...(choice === undefined ? {} : { choice }),
  ...(typed === undefined ? {} : { typed }),
})

const withButton = (words: string, form: Identity, language: Language): Card => ({
  ...wordsCard(words, 'info'),
  buttons: [{ label: texts(language).replies.openForm, press: again(form), style: 'primary' }],
})

/** What is said where Slack no longer opens a form: a button that opens it. */
export const lateForm = (form: Identity, language: Language): Card =>
  withButton(texts(language).slackReplies.formLate, form, language)

/** What is wrong with a form that is no longer open, and a button that opens it again. */
export const lateProblems = (problems: readonly Problem[], form: Identity, language: Language): Card => {
  const said = [texts(language).replies.correct, ...problems.map(({ message }) => `• ${message}`)]
  return withButton(said.join('\n'), form, language)
}
