import { describe, expect, it } from 'vitest'
import { wordsTo } from '../../src/app/meaning/heard.ts'
import { contextOf } from '../flows/fixtures.ts'
import { reported } from '../ticket/given.ts'

const merged = (id: string, master: string) =>
  reported({ id })
    .does('li', { do: 'ticket.mark_duplicate', master, reason: 'the same' })
    .does('zhao', { do: 'ticket.agree_merge', master })

describe('words to a merged ticket', () => {
  const known = {
    'HX-1': merged('HX-1', 'HX-2'),
    'HX-2': merged('HX-2', 'HX-3'),
    'HX-3': reported({ id: 'HX-3' }),
  }
  /** What somebody may look at who sees these tickets and no other. */
  const seeing =
    (...ids: readonly (keyof typeof known)[]) =>
    async (item: string | undefined) => {
      const id = ids.find((one) => one === item)
      return contextOf('zhao', id && known[id])
    }

  it('are for the last one it was merged into, through any number', async () => {
    expect((await wordsTo(seeing('HX-1', 'HX-2', 'HX-3'), 'HX-1')).item?.id).toBe('HX-3')
  })

  it('stay with the last one that the speaker sees: nothing said is lost', async () => {
    expect((await wordsTo(seeing('HX-1', 'HX-2'), 'HX-1')).item?.id).toBe('HX-2')
    expect((await wordsTo(seeing('HX-1'), 'HX-1')).item?.id).toBe('HX-1')
    expect((await wordsTo(seeing(), 'HX-1')).item).toBeUndefined()
  })
})
