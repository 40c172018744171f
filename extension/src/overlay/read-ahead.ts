import { local, memory } from '../storage'

// The overlay's first import: what it is about, and what the price follows from, are on their way while the rest of it loads.
memory.overlaySessions.readAhead()
local.balance.readAhead()
local.prices.readAhead()
local.settings.readAhead()
local.currentProjects.readAhead()
