/** Who asks, as the session proved it. Only `authenticate` makes one, so holding a `Member` means having checked. */
export interface Member {
  readonly accountId: string
  readonly memberId: string
  readonly guest: boolean
  readonly email: string | null
}
