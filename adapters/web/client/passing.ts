/** How long a passing word of the bot stays on the page, ms. */
export const passingMs = 6_000
