import type { MessageRef } from '../../domain/ticket/event.ts'

/** A message by itself: where there are no threads, one that it quotes is none that later words are in. */
export const unquoted = ({ thread: _, ...message }: MessageRef): MessageRef => message
