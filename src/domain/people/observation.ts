import { isZone } from '../calendar/zone.ts'
import type { Directory, Locale, Person } from './directory.ts'

/**
 * What is new of what a platform knows of a person: only what nobody stated, only a zone there is, and only where it
 * differs from what was known. Empty: there is nothing to record.
 */
export const newlyObserved = (
  { observed }: Pick<Directory, 'observed'>,
  { id, assumed = {} }: Person,
  { language, zone }: Locale,
): Locale => {
  const known = (Object.hasOwn(observed, id) ? observed[id] : undefined) ?? {}
  return {
    ...(assumed.language && language !== undefined && language !== known.language ? { language } : {}),
    ...(assumed.zone && zone !== undefined && zone !== known.zone && isZone(zone) ? { zone } : {}),
  }
}
