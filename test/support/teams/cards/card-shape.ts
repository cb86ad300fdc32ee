import {
  among,
  type Check,
  flag,
  integer,
  later,
  list,
  object,
  pattern,
  string,
  variant,
} from '../../slack/blocks/shape.ts'

type Kinds = { readonly [name: string]: Check }

const endless = Number.POSITIVE_INFINITY
const text = string(endless)
const spacing = among('None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding')
const common: Kinds = { id: string(200), spacing, separator: flag }
const box = among('default', 'emphasis', 'good', 'warning', 'attention', 'accent')
const color = among('Default', 'Accent', 'Good', 'Warning', 'Attention', 'Light', 'Dark')
const look: Kinds = {
  size: among('Small', 'Default', 'Medium', 'Large', 'ExtraLarge'),
  weight: among('Lighter', 'Default', 'Bolder'),
  color,
  isSubtle: flag,
}
const center = among('Top', 'Center', 'Bottom')
const anything: Check = () => []
const secure = pattern(/^https:\/\/\S+$/, 'https address')

const element = (type: string, required: Kinds, optional: Kinds = {}): Check =>
  object({ type: among(type), ...required }, { ...common, ...optional })

const action = (type: string, required: Kinds = {}, optional: Kinds = {}): Check =>
  object(
    { type: among(type), ...required },
    {
      id: string(200),
      title: string(100),
      tooltip: string(100),
      style: among('default', 'positive', 'destructive'),
      mode: among('primary', 'secondary'),
      ...optional,
    },
  )

const associatedInputs = among('auto', 'none')
const submit = action('Action.Submit', { title: string(100), data: anything }, { associatedInputs })
const openUrl = action('Action.OpenUrl', { url: secure })

/** Actions we use; an `Action.Execute` must say what old clients do instead. */
const actions = variant({
  'Action.Execute': action(
    'Action.Execute',
    { title: string(100), verb: string(100), data: anything, fallback: submit },
    { associatedInputs },
  ),
  'Action.Submit': submit,
  'Action.OpenUrl': openUrl,
  'Action.ToggleVisibility': action('Action.ToggleVisibility', {
    title: string(100),
    targetElements: list(string(200), 1, 20),
  }),
})

const run = object(
  { type: among('TextRun'), text },
  { ...look, italic: flag, strikethrough: flag, underline: flag, highlight: flag, selectAction: openUrl },
)

const input = (type: string, optional: Kinds, required: Kinds = {}): Check =>
  object(
    { type: among(type), id: string(200), label: text, ...required },
    {
      spacing,
      separator: flag,
      isRequired: flag,
      errorMessage: text,
      placeholder: text,
      ...optional,
    },
  )

const items = list(
  later(() => elements),
  1,
  endless,
)
const column = object(
  { type: among('Column'), items },
  { width: anything, verticalContentAlignment: center, spacing, separator: flag, style: box },
)

const elements: Check = variant({
  TextBlock: element(
    'TextBlock',
    { text, wrap: among(true) },
    { ...look, style: among('heading', 'default') },
  ),
  RichTextBlock: element('RichTextBlock', { inlines: list(run, 1, endless) }),
  Container: element('Container', { items }, { style: box, bleed: flag, isVisible: flag }),
  ColumnSet: element('ColumnSet', { columns: list(column, 1, 6) }),
  ActionSet: element('ActionSet', { actions: list(actions, 1, 6) }),
  'Input.Text': input('Input.Text', {
    isMultiline: flag,
    maxLength: integer(1, 100_000),
    value: text,
  }),
  'Input.ChoiceSet': input(
    'Input.ChoiceSet',
    { value: text, wrap: flag },
    {
      style: among('expanded', 'compact', 'filtered'),
      choices: list(object({ title: string(300), value: string(300) }), 1, endless),
    },
  ),
  'Input.Date': input('Input.Date', { value: pattern(/^\d{4}-\d\d-\d\d$/, 'date') }),
  'Input.Time': input('Input.Time', { value: pattern(/^\d\d:\d\d$/, 'time') }),
})

/** A card of the elements and properties we use, and no others. */
export const cardShape: Check = object(
  {
    type: among('AdaptiveCard'),
    version: among('1.5'),
    $schema: among('http://adaptivecards.io/schemas/adaptive-card.json'),
    body: items,
    lang: among('en', 'zh'),
    speak: text,
    fallbackText: text,
  },
  { actions: list(actions, 1, endless), msteams: object({ width: among('Full') }) },
)
