/** Puts the focus on a message, and the message into view. */
export const focusMessage = (message: HTMLElement | null | undefined): void => {
  message?.focus({ preventScroll: true })
  message?.scrollIntoView({ block: 'nearest' })
}

/**
 * Puts the focus on the message a card is, and not on a button of it: the key that pressed the one before may come twice. Whether it
 * is there.
 */
export const focusCard = (root: ParentNode | null, card: string | undefined): boolean => {
  const message =
    card === undefined ? null : root?.querySelector<HTMLElement>(`.message[data-card="${CSS.escape(card)}"]`)
  message?.focus({ preventScroll: true })
  return message !== null && message !== undefined
}

/** Whether nothing has the focus, for what had it was taken out of the page; who let go of it did so. */
export const isFocusLost = (had: Element): boolean =>
  !had.isConnected && (document.activeElement === null || document.activeElement === document.body)
