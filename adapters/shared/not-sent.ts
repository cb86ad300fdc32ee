/** What a call ends with that surely never left: an error like any other, told apart by its name. */
export const notSent = (why: string): Error => Object.assign(new Error(why), { name: 'NotSent' })
