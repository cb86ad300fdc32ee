import { adapterContract } from './adapter.ts'
import { startWebStage } from './web-stage.ts'

adapterContract('the web chat', startWebStage, {
  files: 'its page sends words only',
  adopt: 'its page has no way to point at a message, and everybody in it can report by typing',
  command: 'it has no commands of its own: what is typed to the bot stands as a message',
  hurry: 'its page waits for the answer, and asks again under the same key when the connection ends',
  mention: 'everybody on it has a conversation with the bot from the start and is reached there',
  limit: 'it takes as much as its database does',
  home: 'it has no page of the bot for one person; a person’s list is a card they ask for',
})
