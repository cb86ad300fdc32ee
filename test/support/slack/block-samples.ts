import type { Fields } from '../fake/fields.ts'

export const plain = (text: string) => ({ type: 'plain_text', text })
export const button = (more: Fields = {}) => ({ type: 'button', text: plain('Go'), ...more })
export const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements })
export const section = (more: Fields = {}) => ({ type: 'section', text: plain('x'), ...more })
export const input = (element: Fields, more: Fields = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
export const option = (value: string, text = value) => ({ text: plain(text), value })
export const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`))
export const select = (more: Fields) => ({ type: 'static_select', placeholder: plain('Choose'), ...more })
export const x = (count: number) => 'x'.repeat(count)
