import { flows } from '../../../flows/index.ts'
import type { Context } from '../../../src/chat/flow.ts'
import type { Form } from '../../../src/chat/form.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { directoryIn } from '../../announce/worlds.ts'
import { closedStory, contextOf, directory, reported, resolvedStory } from '../../flows/fixtures.ts'

type About = Partial<Pick<Context, 'words' | 'choice' | 'directory'>>

/** Every form of every flow that somebody of the test organisation can open, the first time it is met. */
export const formsIn = (language: Language, about: About = {}): readonly Form[] => {
  const stories = [reported(), reported().does('li', { do: 'ticket.claim' }), resolvedStory(), closedStory()]
  const forms = new Map<string, Form>()
  for (const flow of flows)
    for (const who of ['li', 'chen', 'zhao', 'sun', 'zhou'])
      for (const story of [undefined, ...stories])
        for (const choice of [undefined, 'form', 'follow', 'comment']) {
          const context = contextOf(who, story, {
            language,
            directory: { ...directory, ...directoryIn(language) },
            ...(choice === undefined ? {} : { choice }),
            ...about,
          })
          if (!flow.may(context.person, context.ticket)) continue
          const step = flow.begin(context)
          if (step.kind !== 'ask') continue
          const key = `${step.form.flow} ${step.form.fields.map(({ name }) => name).join()}`
          if (!forms.has(key)) forms.set(key, step.form)
        }
  return [...forms.values()]
}
