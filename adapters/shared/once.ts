/** More than these are not remembered; those first said are forgotten first. */
const most = 1000

/** Says yes the first time it is asked for a name, and again after it was forgotten: a log is for reading. */
export const createOnce = () => {
  const said = new Set<string>()
  return {
    first: (name: string): boolean => {
      if (said.has(name)) return false
      const [oldest] = said.size >= most ? said : []
      if (oldest !== undefined) said.delete(oldest)
      said.add(name)
      return true
    },
    forget: (prefix: string): void => {
      if (said.size === 0) return
      for (const name of said) if (name.startsWith(prefix)) said.delete(name)
    },
  }
}
