/** Platforms make links of addresses people type: those are shown as typed. Another label never hides where it leads. */
export const linkWords = (address: string, label: string): string => {
  const target = address.replace(/^(?:mailto|tel):/, '')
  const typed = [
    address,
    target,
    address.replace(/^https?:\/\//, ''),
    target.replace(/^https?:\/\/|\/$/g, ''),
  ]
  if (label === '') return target
  return typed.includes(label) ? label : `${label} (${target})`
}
