import {
  among,
  type Check,
  flag,
  integer,
  list,
  object,
  pattern,
  string,
  variant,
  webAddress,
} from './shape.ts'

const style = object(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
)
const styled = { style }

const piece = (
  type: string,
  required: { readonly [name: string]: Check },
  optional: { readonly [name: string]: Check } = styled,
): Check => object({ type: among(type), ...required }, optional)

const pieces = variant({
  text: piece('text', { text: string(Number.POSITIVE_INFINITY) }),
  link: piece('link', { url: webAddress() }, { ...styled, text: string(3000, 0), unsafe: flag }),
  emoji: piece(
    'emoji',
    { name: pattern(/^[\p{Ll}\d_+'-]+(::skin-tone-[2-6])?$/u, 'emoji name') },
    { ...styled, unicode: string(100), skin_tone: integer(2, 6) },
  ),
  user: piece('user', { user_id: pattern(/^[UW][A-Z0-9]+$/, 'user id') }),
  usergroup: piece('usergroup', { usergroup_id: pattern(/^S[A-Z0-9]+$/, 'user group id') }),
  channel: piece('channel', { channel_id: pattern(/^[CG][A-Z0-9]+$/, 'channel id') }),
  team: piece('team', { team_id: pattern(/^T[A-Z0-9]+$/, 'team id') }),
  broadcast: piece('broadcast', { range: among('here', 'channel', 'everyone') }),
  color: piece('color', { value: pattern(/^#[0-9a-f]{6}$/i, 'colour') }),
  date: piece(
    'date',
    { timestamp: integer(0, 9_999_999_999), format: string(100) },
    { ...styled, url: webAddress(), fallback: string(300) },
  ),
})

const section = object({ type: among('rich_text_section'), elements: list(pieces, 0, 5000) })
const border = { border: integer(0, 1) }

const parts = variant({
  rich_text_section: section,
  rich_text_list: object(
    { type: among('rich_text_list'), style: among('bullet', 'ordered'), elements: list(section, 1, 1000) },
    { indent: integer(0, 8), offset: integer(0, 10_000), ...border },
  ),
  rich_text_quote: object({ type: among('rich_text_quote'), elements: list(pieces, 0, 5000) }, border),
  rich_text_preformatted: object(
    { type: among('rich_text_preformatted'), elements: list(pieces, 0, 5000) },
    { ...border, language: string(50) },
  ),
})

/** Rich text: sections, lists, quotes and code. */
export const richText: Check = object(
  { type: among('rich_text'), elements: list(parts, 1, 1000) },
  { block_id: string(255) },
)
