import type { Way } from './heard.ts'

type Given = {
  readonly trigger_id?: string | null | undefined
  readonly response_url?: string | null | undefined
  readonly view?:
    | {
        readonly id: string
        readonly hash?: string | null | undefined
        readonly type?: string | null | undefined
      }
    | null
    | undefined
  readonly ephemeral?: boolean
}

/** How the person who acted can be answered. */
export const wayOf = ({ trigger_id, response_url, view, ephemeral = false }: Given): Way => ({
  ...(trigger_id ? { triggerId: trigger_id } : {}),
  ...(response_url ? { responseUrl: response_url } : {}),
  ...(view
    ? { view: { id: view.id, ...(view.hash ? { hash: view.hash } : {}), home: view.type === 'home' } }
    : {}),
  ephemeral,
})
