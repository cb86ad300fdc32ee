import { texts } from './texts.ts'
import type { Language } from './wire.ts'

const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'

/** The language of the page around the chats: the browser's. Each chat speaks its person's. */
export const pageLanguage = () => ({ language, words: texts(language) })
