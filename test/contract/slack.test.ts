import { adapterContract } from './adapter.ts'
import { startSlackStage } from './slack-stage.ts'

const mention = 'a conversation with the bot can be opened with everybody who is in a channel with it'

adapterContract('Slack over signed HTTP', () => startSlackStage('http'), { mention })
adapterContract('Slack over Socket Mode', () => startSlackStage('socket'), {
  listen: 'over Socket Mode the bot calls Slack, and nothing of it can be called',
  mention,
})
