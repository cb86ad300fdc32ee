import type { LinkRefusal } from '../../domain/people/directory-event.ts'

/** What each expected no of linking says; `org` is the name of the organisation it is about. */
export type LinkRefusals = { readonly [Code in LinkRefusal['code']]: (org: string) => string }

const refusals: LinkRefusals = {
  link_administrators_only: () =>
    'Only an administrator of the supplier can link a channel. Nothing changed.',
  link_no_customer: () =>
    'That is no customer of yours, so nothing changed. Type “link” alone to choose from your customers.',
  link_no_contact: (org) =>
    `Nobody could confirm it: no contact of ${org} has an account on this platform. The operator adds one in the organisation file.`,
  link_exists: (org) =>
    `This channel is linked to ${org} already. To link it otherwise, type “unlink” first.`,
  link_of_others: () =>
    'This channel is linked or promised already, and not by your organisation. Nothing changed.',
  link_contacts_only: (org) => `Only a contact of ${org} can answer this. Nothing changed.`,
  link_not_proposed: () =>
    'This question is settled or was withdrawn, so nothing changed. An administrator of the supplier can ask again with “link”.',
  link_missing: () => 'This channel is not linked, so there is nothing to undo.',
  link_stated: (org) =>
    `The organisation file states this channel as ${org}’s, so it is not undone here: the operator takes it out of the file.`,
}

/** Linking a channel: who it belongs to is proposed by the supplier, confirmed by the customer, and never guessed. */
export const link = {
  help: '“link”: say whose channel this is; “unlink” takes it back.',
  form: {
    title: 'Link this channel',
    org: 'Whose channel is it?',
    intro:
      'A customer’s channel stays unknown until a contact of the customer confirms it there. In your engineers’ room internal words are shown: no customer may be in it.',
    unknown: (said: string) => `No customer of yours is called “${said}”. Choose one.`,
    engineers: (supplier: string) => `${supplier}: our own engineers’ room`,
  },
  onlyInChannel: 'Here we are alone. Type “link” in the channel it is about.',
  asked: (customer: string) =>
    `Asked. A contact of ${customer} confirms with the card in this channel; until then I show nothing here. If no card appears, add me to the channel and link again.`,
  ownRoom: 'Linked: this is your engineers’ room now.',
  unlinked: 'Undone: this channel is not linked, and I show nothing here any more.',
  confirmed: (customer: string) => `Confirmed: this is ${customer}’s channel now.`,
  refused: 'Noted: this channel stays unlinked. The administrator is told.',
  question: {
    title: 'Whose channel is this?',
    text: (supplier: string, customer: string) =>
      `${supplier} wants to support ${customer} in this channel. Everybody here would then read ${customer}’s tickets.`,
    who: (customer: string) =>
      `A contact of ${customer} confirms or refuses. Until then I show nothing here.`,
    confirm: 'Confirm',
    refuse: 'Not ours',
    settled: 'This question needs no answer any more.',
  },
  news: {
    linked: (customer: string, supplier: string) =>
      `This channel is linked: ${supplier} supports ${customer} here. Mention me and say what is wrong; it is reported at once.`,
    ownRoom: (supplier: string) =>
      `This is ${supplier}’s engineers’ room now. Your customers’ reports arrive here.`,
    unlinked: (person: string) => `${person} unlinked this channel. I show nothing here any more.`,
    refused: (person: string, customer: string) =>
      `${person} says that the channel you wanted to link is not ${customer}’s. It stays unlinked.`,
  },
  unknown: {
    administrator:
      'I do not know this channel yet, so I can show nothing here. To link it, type “link” and a customer’s key or name, or “link” alone to choose.',
    asked: (customer: string) =>
      `I can show nothing here until a contact of ${customer} confirms with the card in this channel.`,
    customer: (supplier: string) =>
      `I do not know this channel yet, so I can show nothing here. An administrator of ${supplier} has to link it. Until then write to me directly.`,
  },
  refusals,
}
