import { local } from '../storage'

// The popup's first import: the balance is on its way while the rest of it loads.
local.balance.readAhead()
local.walletSettings.readAhead()
