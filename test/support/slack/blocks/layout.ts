import { fieldsOf, listOf } from '../../fake/fields.ts'
import { anyText, formatted, plain, slackFile } from './composition.ts'
import { button, image, multiSelects, others, pickers, selects } from './elements.ts'
import { richText } from './rich-text.ts'
import {
  all,
  among,
  type Check,
  flag,
  later,
  list,
  object,
  problem,
  string,
  variant,
  webAddress,
} from './shape.ts'
import { tables } from './tables.ts'
import { writing } from './writing.ts'

type Kinds = { readonly [type: string]: Check }

const block = (type: string, required: Kinds = {}, optional: Kinds = {}): Check =>
  object({ type: among(type), ...required }, { block_id: string(255), ...optional })

const pick = (kinds: Kinds, ...names: readonly string[]): Kinds =>
  Object.fromEntries(Object.entries(kinds).filter(([name]) => names.includes(name)))

const accessory = variant({
  ...selects,
  ...multiSelects,
  ...pickers,
  ...pick(others, 'button', 'image', 'overflow', 'workflow_button'),
})
const acting = variant({
  ...selects,
  ...multiSelects,
  ...pickers,
  ...pick(others, 'button', 'overflow', 'workflow_button'),
  ...pick(writing, 'rich_text_input'),
})
const field = variant({ ...selects, ...multiSelects, ...pickers, ...writing })

const someText: Check = (value, at) => {
  const { text, fields } = fieldsOf(value)
  return text === undefined && fields === undefined
    ? problem('missing required field: text or fields', at)
    : []
}

const pictureSource: Check = (value, at) => {
  const { image_url, slack_file } = fieldsOf(value)
  return (image_url === undefined) === (slack_file === undefined)
    ? problem('must have either image_url or slack_file', at)
    : []
}

const card = block(
  'card',
  {},
  {
    hero_image: image,
    icon: image,
    title: formatted(150),
    subtitle: formatted(150),
    body: formatted(200),
    actions: list(button, 1, 3),
  },
)

const cardContent: Check = (value, at) => {
  const { hero_image, title, body, actions } = fieldsOf(value)
  return [hero_image, title, body, actions].every((part) => part === undefined)
    ? problem('must have at least one of hero_image, title, body, actions', at)
    : []
}

const task = block(
  'task_card',
  { task_id: string(255), title: string(255), status: among('pending', 'in_progress', 'complete', 'error') },
  { details: richText, output: richText, sources: (value) => listOf(value) && [] },
)

/** Every block Slack knows, by type. */
export const layout: Kinds = {
  actions: block('actions', { elements: list(acting, 1, 25) }),
  alert: block(
    'alert',
    { text: anyText(200) },
    { level: among('default', 'info', 'warning', 'error', 'success') },
  ),
  card: all(card, cardContent),
  carousel: block('carousel', { elements: list(all(card, cardContent), 1, 10) }),
  container: block(
    'container',
    {
      child_blocks: list(
        later(() => variant(layout)),
        1,
        10,
      ),
    },
    {
      title: plain(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: among('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  context: block('context', {
    elements: list(variant({ image, plain_text: anyText(3000), mrkdwn: anyText(3000) }), 1, 10),
  }),
  context_actions: block('context_actions', {
    elements: list(variant(pick(others, 'icon_button', 'feedback_buttons')), 1, 5),
  }),
  divider: block('divider'),
  file: block('file', { source: among('remote'), external_id: string(255) }),
  header: block('header', { text: plain(150) }),
  image: all(
    block(
      'image',
      { alt_text: string(2000) },
      { image_url: webAddress(), slack_file: slackFile, title: plain(2000) },
    ),
    pictureSource,
  ),
  input: block(
    'input',
    { label: plain(2000), element: field },
    { hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
  markdown: block('markdown', { text: string(12_000) }),
  plan: block('plan', { title: string(255) }, { tasks: list(task, 1, 50) }),
  rich_text: richText,
  section: all(
    block(
      'section',
      {},
      { text: anyText(3000), fields: list(anyText(2000), 1, 10), accessory, expand: flag },
    ),
    someText,
  ),
  task_card: task,
  video: block(
    'video',
    { video_url: webAddress(), thumbnail_url: webAddress(), alt_text: string(200), title: plain(200) },
    {
      title_url: webAddress(),
      author_name: string(50),
      provider_name: string(50),
      provider_icon_url: webAddress(),
      description: plain(200),
    },
  ),
  ...tables,
}
