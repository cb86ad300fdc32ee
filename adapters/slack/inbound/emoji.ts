import { listOf, type Node } from './nodes.ts'

/**
 * The emoji that people use most, as Slack names them: what words are read by that come without their formatted blocks, as
 * those of a command do.
 */
const usual = `
  😀 grinning 😃 smiley 😄 smile 😁 grin 😆 laughing,satisfied 😅 sweat_smile 🤣 rolling_on_the_floor_laughing,rofl 😂 joy
  🙂 slightly_smiling_face 🙃 upside_down_face 😉 wink 😊 blush 😇 innocent 🥰 smiling_face_with_3_hearts 😍 heart_eyes
  🤩 star-struck 😘 kissing_heart 😋 yum 😛 stuck_out_tongue 😜 stuck_out_tongue_winking_eye 🤪 zany_face 🤑 money_mouth_face
  🤗 hugging_face 🤭 face_with_hand_over_mouth 🤫 shushing_face 🤔 thinking_face,thinking 🤐 zipper_mouth_face
  🤨 face_with_raised_eyebrow 😐 neutral_face 😑 expressionless 😶 no_mouth 😏 smirk 😒 unamused 🙄 face_with_rolling_eyes
  😬 grimacing 🤥 lying_face 😌 relieved 😔 pensive 😪 sleepy 🤤 drooling_face 😴 sleeping 😷 mask 🤒 face_with_thermometer
  🤕 face_with_head_bandage 🤢 nauseated_face 🤮 face_vomiting 🤧 sneezing_face 🥵 hot_face 🥶 cold_face 😵 dizzy_face
  🤯 exploding_head 🤠 face_with_cowboy_hat 🥳 partying_face 😎 sunglasses 🤓 nerd_face 🧐 face_with_monocle 😕 confused
  😟 worried 🙁 slightly_frowning_face ☹️ white_frowning_face 😮 open_mouth 😯 hushed 😲 astonished 😳 flushed
  🥺 pleading_face 😦 frowning 😧 anguished 😨 fearful 😰 cold_sweat 😥 disappointed_relieved 😢 cry 😭 sob 😱 scream
  😖 confounded 😣 persevere 😞 disappointed 😓 sweat 😩 weary 😫 tired_face 🥱 yawning_face 😤 triumph 😡 rage,pout
  😠 angry 🤬 face_with_symbols_on_mouth 😈 smiling_imp 💀 skull 💩 hankey,poop,shit 🤡 clown_face 👻 ghost 👽 alien
  🤖 robot_face 🙈 see_no_evil 🙉 hear_no_evil 🙊 speak_no_evil 🫡 saluting_face 🫠 melting_face 🥲 smiling_face_with_tear
  👋 wave 🤚 raised_back_of_hand ✋ hand,raised_hand 🖖 spock-hand 👌 ok_hand 🤌 pinched_fingers 🤏 pinching_hand ✌️ v
  🤞 crossed_fingers 🤟 i_love_you_hand_sign 🤘 the_horns 🤙 call_me_hand 👈 point_left 👉 point_right 👆 point_up_2
  👇 point_down ☝️ point_up 👍 +1,thumbsup 👎 -1,thumbsdown ✊ fist 👊 facepunch,punch 👏 clap 🙌 raised_hands
  👐 open_hands 🤲 palms_up_together 🤝 handshake 🙏 pray ✍️ writing_hand 💪 muscle 🫶 heart_hands 👀 eyes 👁️ eye 🧠 brain
  🤷 shrug 🤦 face_palm 🙇 bow 🙋 raising_hand 🙆 ok_woman 🙅 no_good 💁 information_desk_person 🧑‍💻 technologist
  👷 construction_worker 👮 cop 🕵️ sleuth_or_spy 🏃 runner,running 🚶 walking 💃 dancer 👥 busts_in_silhouette
  👤 bust_in_silhouette ❤️ heart 🧡 orange_heart 💛 yellow_heart 💚 green_heart 💙 blue_heart 💜 purple_heart
  🖤 black_heart 💔 broken_heart 💕 two_hearts 💖 sparkling_heart 💯 100 💢 anger 💥 boom,collision 💫 dizzy
  💦 sweat_drops 💨 dash 💣 bomb 💬 speech_balloon 💭 thought_balloon 💤 zzz 🔥 fire ✨ sparkles ⭐ star 🌟 star2
  ⚡ zap 💧 droplet 🌊 ocean ❄️ snowflake ☀️ sunny ☁️ cloud 🌧️ rain_cloud ⛈️ thunder_cloud_and_rain 🌈 rainbow
  🌍 earth_africa 🌎 earth_americas 🌏 earth_asia 🌐 globe_with_meridians 🌙 crescent_moon 🌸 cherry_blossom 🌹 rose
  🌻 sunflower 🌱 seedling 🍀 four_leaf_clover 🌲 evergreen_tree 🐛 bug 🐞 ladybug,beetle 🐢 turtle 🐌 snail 🐍 snake
  🐙 octopus 🐳 whale 🐧 penguin 🐱 cat 🐶 dog 🐭 mouse 🐰 rabbit 🦊 fox_face 🐻 bear 🐼 panda_face 🐷 pig 🐮 cow
  🐵 monkey_face 🐔 chicken 🦄 unicorn_face 🐝 bee,honeybee 🦋 butterfly ☕ coffee 🍵 tea 🍺 beer 🍻 beers 🥂 clinking_glasses
  🍷 wine_glass 🍕 pizza 🍔 hamburger 🍰 cake 🎂 birthday 🍪 cookie 🍩 doughnut 🍎 apple 🍌 banana 🌮 taco 🍿 popcorn
  🎉 tada 🎊 confetti_ball 🎈 balloon 🎁 gift 🏆 trophy 🥇 first_place_medal 🏅 sports_medal 🎯 dart 🎮 video_game
  ⚽ soccer 🏀 basketball 🎵 musical_note 🎶 notes 🎤 microphone 🎧 headphones 📷 camera 📸 camera_with_flash 📹 video_camera
  🎬 clapper 📺 tv 📻 radio 💻 computer,laptop 🖥️ desktop_computer 🖨️ printer ⌨️ keyboard 🖱️ three_button_mouse
  💽 minidisc 💾 floppy_disk 💿 cd 📀 dvd 📱 iphone ☎️ phone,telephone 📞 telephone_receiver 📟 pager 📠 fax 🔋 battery
  🔌 electric_plug 💡 bulb 🔦 flashlight 🕯️ candle 🧯 fire_extinguisher 🔧 wrench 🔨 hammer 🛠️ hammer_and_wrench 🔩 nut_and_bolt
  ⚙️ gear 🧰 toolbox 🧲 magnet 🔗 link 📡 satellite_antenna 🛰️ satellite 🔒 lock 🔓 unlock 🔐 closed_lock_with_key 🔑 key
  🛡️ shield 🚪 door 🧹 broom 🗑️ wastebasket 📎 paperclip 📌 pushpin 📍 round_pushpin ✂️ scissors 🖊️ lower_left_ballpoint_pen
  ✏️ pencil2 📝 memo,pencil 📁 file_folder 📂 open_file_folder 📅 date 📆 calendar 📇 card_index 📈 chart_with_upwards_trend
  📉 chart_with_downwards_trend 📊 bar_chart 📋 clipboard 📚 books 📖 book,open_book 📄 page_facing_up 📃 page_with_curl
  📰 newspaper 🔖 bookmark 🏷️ label 📦 package 📫 mailbox 📧 e-mail,email ✉️ envelope 📨 incoming_envelope 📤 outbox_tray
  📥 inbox_tray 💰 moneybag 💵 dollar 💳 credit_card 🧾 receipt 🔍 mag 🔎 mag_right 🔬 microscope ⏰ alarm_clock ⏱️ stopwatch
  ⏲️ timer_clock ⌛ hourglass ⏳ hourglass_flowing_sand ⌚ watch 🕐 clock1 🚨 rotating_light 🚧 construction 🚦 vertical_traffic_light
  🛑 octagonal_sign ⚠️ warning ⛔ no_entry 🚫 no_entry_sign ❌ x ⭕ o ❎ negative_squared_cross_mark ✅ white_check_mark
  ☑️ ballot_box_with_check ✔️ heavy_check_mark ✖️ heavy_multiplication_x ➕ heavy_plus_sign ➖ heavy_minus_sign ❓ question
  ❔ grey_question ❗ exclamation,heavy_exclamation_mark ❕ grey_exclamation ‼️ bangbang ⁉️ interrobang ℹ️ information_source
  🆗 ok 🆕 new 🆒 cool 🆓 free 🆙 up 🆘 sos 🔴 red_circle 🟠 large_orange_circle 🟡 large_yellow_circle 🟢 large_green_circle
  🔵 large_blue_circle 🟣 large_purple_circle ⚫ black_circle ⚪ white_circle 🟥 large_red_square 🟩 large_green_square
  🔶 large_orange_diamond 🔷 large_blue_diamond 🔺 small_red_triangle 🔻 small_red_triangle_down 🔔 bell 🔕 no_bell
  📣 mega 📢 loudspeaker 🔊 loud_sound 🔇 mute 🔄 arrows_counterclockwise 🔁 repeat ♻️ recycle ➡️ arrow_right ⬅️ arrow_left
  ⬆️ arrow_up ⬇️ arrow_down ↗️ arrow_upper_right ↘️ arrow_lower_right 🔙 back 🔜 soon 🔝 top ▶️ arrow_forward ⏸️ double_vertical_bar
  ⏹️ black_square_for_stop ⏩ fast_forward ⏪ rewind 🚀 rocket ✈️ airplane 🚁 helicopter 🚗 car,red_car 🚕 taxi 🚌 bus
  🚆 train2 🚲 bike 🚢 ship ⚓ anchor 🏠 house 🏢 office 🏥 hospital 🏦 bank 🏭 factory 🏫 school 🏁 checkered_flag
  🚩 triangular_flag_on_post 🏳️ waving_white_flag 🇨🇳 cn,flag-cn 🇺🇸 us,flag-us 🇬🇧 gb,uk,flag-gb 🇩🇪 de,flag-de
  0️⃣ zero 1️⃣ one 2️⃣ two 3️⃣ three 4️⃣ four 5️⃣ five 6️⃣ six 7️⃣ seven 8️⃣ eight 9️⃣ nine 🔟 keycap_ten
`

const known: ReadonlyMap<string, string> = new Map(
  [...usual.matchAll(/(\S+) (\S+)/g)].flatMap(([, sign = '', names = '']) =>
    names.split(',').map((name) => [name, sign] as const),
  ),
)

/** What stands for an emoji's code, `smile` or `+1::skin-tone-2`; nothing for one of a workspace's own. */
export type Emoji = (code: string) => string | undefined

const tone = /::skin-tone-([2-6])$/

const toned = (signOf: (name: string) => string | undefined, code: string): string | undefined => {
  const [suffix = '', number] = tone.exec(code) ?? []
  const sign = signOf(code.slice(0, code.length - suffix.length))
  const shade = number === undefined ? '' : String.fromCodePoint(0x1f3fb - 2 + Number(number))
  return sign && sign.replace(shade === '' ? '' : /\ufe0f$/, '') + shade
}

/** The sign for a code, as far as it is one of the usual. */
export const usualEmoji: Emoji = (code) => toned((name) => known.get(name), code)

type Code = { readonly [part in 'all' | 'name' | 'tone']: string } & { readonly emoji: Emoji }

/**
 * What is read where a code stands. One between words is somebody's own colons (`进展:vpn:已恢复`), and so is a number in a row of
 * them (`10:100:00`). One that nobody knows stays, for it is still a word.
 */
export const emojiAt = (said: string, at: number, { all, name, tone, emoji }: Code): string => {
  const beside = [said.charAt(at - 1), said.charAt(at + all.length)].map((sign) => /[\p{L}\p{N}]/u.test(sign))
  const isOwn = /^\d+$/.test(name) ? beside.includes(true) : !beside.includes(false)
  if (isOwn) return all
  return emoji(`${name}${tone}`) ?? `:${name}:`
}

/** Text with the signs for its codes: what people type into a form comes with nothing beside it. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+'-]{1,80})(::skin-tone-[2-6])?:/g, (all, name: string, tone = '', at: number) =>
    emojiAt(text, at, { all, name, tone, emoji: usualEmoji }),
  )

/** Blocks nest at most this deep; what is deeper is not a person's. */
const maxDepth = 8

const signIn = ({ unicode }: Node): string | undefined => {
  if (typeof unicode !== 'string' || !/^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,12}$/i.test(unicode))
    return undefined
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined
}

const signsIn = (node: Node, depth: number): readonly (readonly [string, string])[] => {
  if (node.type !== 'emoji')
    return depth > maxDepth ? [] : listOf(node.elements).flatMap((inner) => signsIn(inner, depth + 1))
  const sign = signIn(node)
  const { name, skin_tone } = node
  if (typeof name !== 'string' || sign === undefined) return []
  return [[typeof skin_tone === 'number' ? `${name}::skin-tone-${skin_tone}` : name, sign]]
}

/** The signs for the codes of a message: its formatted blocks say them of every standard emoji. */
export const emojiOf = (blocks: unknown): Emoji => {
  const said = new Map(listOf(blocks).flatMap((block) => signsIn(block, 1)))
  return (code) => said.get(code) ?? toned((name) => said.get(name), code) ?? usualEmoji(code)
}
