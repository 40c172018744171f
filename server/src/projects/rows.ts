import type { Prisma } from '../../generated/sqlite/client.ts'
import type { CompanionWriter } from '../wallet/companion.ts'

/** A project is born with its budget. */
export const births: CompanionWriter<Prisma.ProjectCreateManyInput> = {
  write: async (tx, rows) => {
    await tx.project.createMany({ data: [...rows] })
  },
}

/** Names change with their budgets, in the order in which they were sent: the last one stays. */
export const renamings: CompanionWriter<{ id: string; name: string }> = {
  write: async (tx, rows) => {
    const last = new Map(rows.map(({ id, name }) => [id, name]))
    for (const [id, name] of last) await tx.project.update({ where: { id }, data: { name } })
  },
}
