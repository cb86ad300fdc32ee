/** The two parties of every agreement. */
export type Side = 'supplier' | 'customer'

/** The languages the bot speaks. */
export type Language = 'en' | 'zh-CN'

/** The roles a ladder can name. `assignee`, `duty`, `reporter` are found on the ticket or the roster, the rest on people. */
export const supplierRoles = [
  'engineer',
  'team_lead',
  'project_manager',
  'department_manager',
  'service_director',
  'executive',
  'administrator',
] as const
export const customerRoles = ['reporter', 'contact', 'it_manager', 'executive'] as const
export type SupplierRole = (typeof supplierRoles)[number]
export type CustomerRole = (typeof customerRoles)[number]
