import type { Choice, Field } from '../../../../src/chat/form.ts'
import type { PageTexts } from '../texts.ts'

type Props = {
  id: string
  field: Field
  value: string
  problem: string | undefined
  words: PageTexts
  onChange: (value: string) => void
}

const mostRadios = 6

/** One field of a form with its label, its hint, and what is wrong with it. */
export const FieldView = (props: Props) => {
  const { id, field, problem, words } = props
  const isGroup = field.kind === 'choice' && field.choices.length <= mostRadios
  const label = (
    <>
      {field.label}
      {field.optional && <small> ({words.form.optional})</small>}
    </>
  )
  const about = (
    <>
      {field.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.kind === 'moment' && (
        <p class="hint" id={`${id}-zone`}>
          {words.form.zone(field.zone)}
        </p>
      )}
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
  return isGroup ? (
    <fieldset class="field" data-field={field.name} aria-describedby={aboutOf(props)}>
      <legend>{label}</legend>
      <Control {...props} />
      {about}
    </fieldset>
  ) : (
    <div class="field" data-field={field.name}>
      <label for={id}>{label}</label>
      <Control {...props} />
      {about}
    </div>
  )
}

const aboutOf = ({ id, field, problem }: Props): string | undefined =>
  [
    field.hint === undefined ? '' : `${id}-hint`,
    field.kind === 'moment' ? `${id}-zone` : '',
    problem === undefined ? '' : `${id}-problem`,
  ]
    .filter((part) => part !== '')
    .join(' ') || undefined

const Control = (props: Props) => {
  const { id, field, value, problem, words, onChange } = props
  const common = {
    id,
    value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': aboutOf(props),
    'aria-required': !field.optional,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  }
  switch (field.kind) {
    case 'line':
      return <input type="text" maxLength={field.max} autocomplete="off" {...common} />
    case 'paragraph':
      return <textarea rows={4} maxLength={field.max} {...common} />
    case 'moment':
      return <input type="datetime-local" {...common} />
    case 'person':
      return <Select choices={field.people} choose={words.form.choose} common={common} />
    case 'choice':
      return field.choices.length <= mostRadios ? (
        <Radios {...props} choices={field.choices} />
      ) : (
        <Select choices={field.choices} choose={words.form.choose} common={common} />
      )
  }
}

type SelectProps = { choices: readonly Choice[]; choose: string; common: object }

const Select = ({ choices, choose, common }: SelectProps) => (
  <select {...common}>
    <option value="">{choose}</option>
    {choices.map(({ id, label, hint }) => (
      <option key={id} value={id}>
        {hint === undefined ? label : `${label} · ${hint}`}
      </option>
    ))}
  </select>
)

const Radios = ({ id, value, problem, onChange, choices }: Props & { choices: readonly Choice[] }) => (
  <div class="radios">
    {choices.map((choice) => (
      <label key={choice.id}>
        <input
          type="radio"
          name={id}
          value={choice.id}
          checked={value === choice.id}
          aria-invalid={problem !== undefined}
          onChange={() => onChange(choice.id)}
        />
        <span>
          {choice.label}
          {choice.hint !== undefined && <small>{choice.hint}</small>}
        </span>
      </label>
    ))}
  </div>
)
