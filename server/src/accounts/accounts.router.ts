import { me } from 'shared'
import { memberProcedure, router } from '../trpc.ts'

export const accountsRouter = router({
  me: memberProcedure
    .output(me)
    .query(({ ctx: { member } }) => ({ accountId: member.accountId, guest: member.guest, email: member.email })),
})
