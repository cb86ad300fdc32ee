/** The roles of the supplier that lead the work: one of them is the person in charge an agreement names. */
export const managing: readonly string[] = [
  'team_lead',
  'project_manager',
  'department_manager',
  'service_director',
  'executive',
]
