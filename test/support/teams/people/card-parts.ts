import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'

/** A button of a card, and the inputs whose values go with it. */
export type CardButton = {
  readonly title: string
  readonly action: Fields
  readonly inputs: readonly Fields[]
}

const elementsIn = (element: Fields): readonly Fields[] =>
  ['body', 'items', 'columns', 'rows', 'cells'].flatMap((name) => listOf(element[name]).map(fieldsOf))

/** All that is in a card, hidden or not. */
const everything = (card: Fields): readonly Fields[] =>
  elementsIn(card).flatMap((element) => [element, ...everything(element)])

/** What some button of the card uncovers: anybody can look at it. */
const uncovered = (card: Fields): readonly unknown[] =>
  everything(card)
    .flatMap(({ actions }) => listOf(actions).map(fieldsOf))
    .flatMap(({ type, targetElements }) => (type === 'Action.ToggleVisibility' ? listOf(targetElements) : []))

const seenIn = (element: Fields, reach: readonly unknown[]): readonly Fields[] =>
  elementsIn(element)
    .filter(({ isVisible, id }) => isVisible !== false || reach.includes(id))
    .flatMap((inside) => [inside, ...seenIn(inside, reach)])

/** All elements a person can see, in order; those of a card that opens inside it are not among them. */
export const visible = (card: Fields): readonly Fields[] => seenIn(card, uncovered(card))

const isInput = ({ type }: Fields): boolean => textOf(type).startsWith('Input.')

const actionsIn = (card: Fields): readonly Fields[] =>
  [
    ...visible(card).flatMap((element) => [
      ...(element.type === 'ActionSet' ? listOf(element.actions) : []),
      ...(element.selectAction === undefined ? [] : [element.selectAction]),
      ...(fieldsOf(element.inlineAction).type === undefined ? [] : [element.inlineAction]),
    ]),
    ...(card.selectAction === undefined ? [] : [card.selectAction]),
    ...listOf(card.actions),
  ].map(fieldsOf)

/** The inputs a person sees in a card. */
export const inputsIn = (card: Fields): readonly Fields[] => visible(card).filter(isInput)

/** The buttons a person can reach, those of cards that open inside it included. */
export const buttonsIn = (card: Fields, around: readonly Fields[] = []): readonly CardButton[] => {
  const inputs = [...around, ...inputsIn(card)]
  return actionsIn(card).flatMap((action) =>
    action.type === 'Action.ShowCard'
      ? buttonsIn(fieldsOf(action.card), inputs)
      : [
          {
            title: textOf(action.title),
            action,
            inputs: action.associatedInputs === 'none' ? [] : inputs,
          },
        ],
  )
}

/** The button with this title. */
export const buttonOf = (card: Fields | undefined, title: string): CardButton => {
  if (card === undefined) throw new Error(`No card, so no button ${title}`)
  const all = buttonsIn(card)
  const button = all.find((one) => one.title === title)
  if (button === undefined)
    throw new Error(`No button ${title}; there are: ${all.map((one) => one.title).join(', ')}`)
  if (button.action.isEnabled === false) throw new Error(`The button ${title} cannot be pressed`)
  return button
}

/** All that can be read in a card, line by line. */
export const wordsIn = (card: Fields): string =>
  [
    ...visible(card).flatMap((element) => [
      ...[element.text, element.label, element.errorMessage].filter((one) => textOf(one) !== ''),
      ...listOf(element.inlines).map((run) => (typeof run === 'string' ? run : fieldsOf(run).text)),
      ...listOf(element.facts).map((fact) => `${fieldsOf(fact).title}: ${fieldsOf(fact).value}`),
    ]),
    ...buttonsIn(card).map(({ title }) => title),
  ].join('\n')
