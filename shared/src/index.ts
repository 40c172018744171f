// What is asked is strict; what is answered may have more fields than this version knows, so that an older extension
// goes on with a newer server.
export * from './account.ts'
export * from './credits.ts'
export * from './errors.ts'
export * from './generation.ts'
export * from './live.ts'
export * from './payments.ts'
export * from './pricing.ts'
export * from './wallet.ts'
export * from './wallet-history.ts'
export * from './wallet-reports.ts'
export * from './wallet-settings.ts'
