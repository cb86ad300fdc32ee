const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isJsonObject = (text: string): boolean => {
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

const isForm = (contentType = ''): boolean => /^application\/x-www-form-urlencoded\b/i.test(contentType)

/** Slack's look at the certificate, which it does not sign and which has no effect. */
export const isSslCheck = (contentType: string | undefined, body: string): boolean =>
  isForm(contentType) && body.length < 1_000 && new URLSearchParams(body).get('ssl_check') === '1'

/** Whether a signed body is what Slack sends: a JSON object, or a form whose `payload`, if it has one, is a JSON object. */
export const isPayload = (contentType: string | undefined, body: string): boolean => {
  if (!isForm(contentType)) return isJsonObject(body)
  const payloads = new URLSearchParams(body).getAll('payload')
  return payloads.length <= 1 && payloads.every(isJsonObject)
}
