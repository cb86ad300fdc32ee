import { adapterContract } from './adapter.ts'
import { startTeamsStage } from './teams-stage.ts'

adapterContract('Microsoft Teams', startTeamsStage, {
  overhear: 'in channels and chats a bot is only told of what mentions it',
  command: 'it has no commands of its own: what is typed to the bot stands as a message',
  home: 'a bot has no page for each person; a person’s list is a card they ask for',
  stay: 'what is drawn for one person over a card is gone once the card is drawn anew for everybody',
  look: 'a bot cannot read a conversation, so nothing tells whether a message without an answer stands',
})
