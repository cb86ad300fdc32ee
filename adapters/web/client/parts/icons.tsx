import type { ComponentChildren } from 'preact'

const Line = ({ children }: { children: ComponentChildren }) => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" class="line">
    {children}
  </svg>
)

/** The product's sign. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" class="mark">
    <rect width="32" height="32" rx="9" />
    <path d="M9 22 16 9l7 13M12 17.5h8" />
  </svg>
)

/** Dark colours. */
export const Moon = () => (
  <Line>
    <path d="M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.500Z" />
  </Line>
)

/** Light colours. */
export const Sun = () => (
  <Line>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.400M18.4 5.6 17 7M7 17l-1.4 1.4" />
  </Line>
)

/** Away with it. */
export const Cross = () => (
  <Line>
    <path d="m6 6 12 12M18 6 6 18" />
  </Line>
)

/** Back. */
export const Back = () => (
  <Line>
    <path d="M15 5 8 12l7 7" />
  </Line>
)

/** Off it goes. */
export const Send = () => (
  <Line>
    <path d="M5 12 4 4l17 8-17 8 1-8Zm0 0h8" />
  </Line>
)

/** Done. */
export const Tick = () => (
  <Line>
    <path d="m5 13 4 4L19 7" />
  </Line>
)

/** A pencil: change the words. */
export const Pencil = () => (
  <Line>
    <path d="m5 19 1-4L16 5l3 3L9 18l-4 1Z" />
  </Line>
)

/** A bin: take the words back. */
export const Bin = () => (
  <Line>
    <path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12" />
  </Line>
)

/** Add a file. */
export const Clip = () => (
  <Line>
    <path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400L14.500 7" />
  </Line>
)

/** A file. */
export const Paper = () => (
  <Line>
    <path d="M14 3H6v18h12V7l-4-4Zm0 0v4h4" />
  </Line>
)

/** Keys. */
export const Keyboard = () => (
  <Line>
    <path d="M4 7h16v10H4ZM8 14h8M7.500 10.500h.01M12 10.5h.01M16.500 10.5h.01" />
  </Line>
)

/** A reply in the thread. */
export const ReplyArrow = () => (
  <Line>
    <path d="M20 17v-2a4 4 0 0 0-4-4H5m4-5-5 5 5 5" />
  </Line>
)
