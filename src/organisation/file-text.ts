/** The text of an organisation file, or nothing where it was saved in another encoding than UTF-8: its names would be lost. */
export const fileText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
