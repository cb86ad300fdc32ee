import { mentionPieces } from '../../mention.ts'

/** What a person wrote, literally, with the bot's name set off. Its direction is its own. */
export const Words = ({ text }: { text: string }) => (
  <p class="words" dir="auto">
    {mentionPieces(text).map((piece, index) => (index % 2 === 1 ? <mark>{piece}</mark> : piece))}
  </p>
)
