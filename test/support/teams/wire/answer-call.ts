import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { createConversation } from './create-conversation.ts'
import { deleteMessage, sendMessage, updateMessage } from './message-methods.ts'
import { type Answer, refusal, refusalIn } from './refuse.ts'
import { listMembers, oneMember, teamDetails } from './roster-methods.ts'
import type { Route } from './route.ts'

/** Carries out a call. Whatever it refuses, it answers in the connector's form. */
export const answerCall = (world: World, route: Route, body: Fields, url: URL): Answer => {
  try {
    switch (route.name) {
      case 'create':
        return createConversation(world, body)
      case 'send':
      case 'reply':
        return sendMessage(world, route, body)
      case 'update':
        return updateMessage(world, route, body)
      case 'delete':
        return deleteMessage(world, route)
      case 'members':
        return listMembers(world, route, url)
      case 'member':
        return oneMember(world, route)
      case 'team':
        return teamDetails(world, route)
      case 'unknown':
        return refusal(404, 'ServiceError', 'No service there')
    }
  } catch (thrown) {
    const refused = refusalIn(thrown)
    if (refused === undefined) throw thrown
    return refused
  }
}
