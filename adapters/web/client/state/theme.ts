import { effect, signal } from '@preact/signals'

type Theme = 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')
const stored = localStorage.getItem('theme')

/** The colours in use: the person's choice on this machine, else the system's. */
export const theme = signal<Theme>(
  stored === 'light' || stored === 'dark' ? stored : dark.matches ? 'dark' : 'light',
)

/** Keeps the page's colours as chosen, and follows the system until somebody chooses. */
export const startTheme = (): void => {
  dark.addEventListener('change', () => {
    if (!localStorage.getItem('theme')) theme.value = dark.matches ? 'dark' : 'light'
  })
  effect(() => {
    document.documentElement.dataset.theme = theme.value
  })
}

/** The other colours, from now on. */
export const toggleTheme = (): void => {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem('theme', theme.value)
}
