import type { Policy, Rung } from './policy.ts'

const minutes = 60_000
const hours = 60 * minutes
/** A working day of service hours. */
const workingDay = 8 * hours

const lead = { side: 'supplier', role: 'team_lead' } as const
const projectManager = { side: 'supplier', role: 'project_manager' } as const
const assignee = { side: 'supplier', role: 'assignee' } as const
const duty = { side: 'supplier', role: 'duty' } as const
const contact = { side: 'customer', role: 'contact' } as const

const askAgainEvery = { P1: 15 * minutes, P2: 30 * minutes, P3: 2 * hours, P4: 4 * hours }

const warnings = (target: Rung['target']): readonly Rung[] => [
  { id: 'prewarning-1', mechanism: 'prewarning', target, reach: [{ share: 0.5 }], to: [assignee] },
  { id: 'prewarning-2', mechanism: 'prewarning', target, reach: [{ share: 0.75 }], to: [assignee, lead] },
  {
    id: 'prewarning-3',
    mechanism: 'prewarning',
    target,
    reach: [{ share: 0.9 }],
    to: [assignee, lead, projectManager],
  },
  {
    id: 'alarm',
    mechanism: 'alarm',
    target,
    reach: [{ share: 1 }],
    to: [assignee, lead, projectManager, contact],
  },
]

/** `after` is the absolute overlay `std-v1-abs`; it counts the time unresolved, so only the resolution ladder has it. */
const hierarchy = (
  target: Rung['target'],
  after: { readonly [rung: string]: Rung['reach'] },
): readonly Rung[] => [
  {
    id: 'H1',
    mechanism: 'hierarchical',
    target,
    reach: [{ share: 1.25 }, ...(after.H1 ?? [])],
    to: [
      { side: 'supplier', role: 'department_manager' },
      { side: 'customer', role: 'it_manager' },
    ],
    askAgainEvery,
  },
  {
    id: 'H2',
    mechanism: 'hierarchical',
    target,
    reach: [{ share: 1.5 }, ...(after.H2 ?? [])],
    to: [{ side: 'supplier', role: 'service_director' }],
    askAgainEvery,
  },
  {
    id: 'H3',
    mechanism: 'hierarchical',
    target,
    reach: [{ share: 2 }, ...(after.H3 ?? [])],
    to: [
      { side: 'supplier', role: 'executive' },
      { side: 'customer', role: 'executive' },
    ],
    askAgainEvery,
  },
]

/**
 * The shipped ladder: `std-v1` by share of each target, with the absolute overlay `std-v1-abs`, whichever comes first
 * (RS.6a–c). Data in the style of the specification's annex, configurable per agreement.
 */
export const stdV1: Policy = {
  id: 'std-v1',
  rungs: [
    {
      id: 'inform-both',
      mechanism: 'prewarning',
      target: 'resolution',
      reach: [{ after: { P1: 0 } }],
      to: [projectManager, contact],
    },
    {
      id: 'inform-supplier',
      mechanism: 'prewarning',
      target: 'resolution',
      reach: [{ after: { P2: 0 } }],
      to: [projectManager],
    },
    ...warnings('response'),
    ...warnings('resolution'),
    {
      id: 'F1',
      mechanism: 'functional',
      target: 'response',
      reach: [{ share: 1 }, { after: { P1: 15 * minutes, P2: 30 * minutes, P3: 2 * hours, P4: workingDay } }],
      to: [duty, lead],
      handTo: 'next',
    },
    {
      id: 'F1-L2',
      mechanism: 'functional',
      target: 'response',
      reach: [{ share: 1.5 }, { after: { P1: 30 * minutes, P2: hours, P3: 4 * hours, P4: 2 * workingDay } }],
      to: [duty, lead],
      handTo: 2,
    },
    {
      id: 'F2',
      mechanism: 'functional',
      target: 'resolution',
      reach: [{ after: { P1: hours, P2: 4 * hours, P3: workingDay } }],
      to: [duty, lead],
      handTo: 3,
    },
    ...hierarchy('response', {}),
    ...hierarchy('resolution', {
      H1: [{ after: { P1: hours, P2: 2 * hours, P3: workingDay, P4: 2 * workingDay } }],
      H2: [{ after: { P1: 2 * hours, P2: 8 * hours, P3: 2 * workingDay } }],
      H3: [{ after: { P1: 4 * hours, P2: 24 * hours } }],
    }),
    {
      id: 'executive-brief',
      mechanism: 'hierarchical',
      target: 'resolution',
      reach: [{ after: { P1: 8 * hours } }],
      to: [{ side: 'supplier', role: 'executive' }],
      askAgainEvery: { P1: 24 * hours, P2: 24 * hours, P3: 24 * hours, P4: 24 * hours },
    },
  ],
}
