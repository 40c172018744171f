import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, as they were measured: many of them are short to read. */
const longest = [
  'test/journeys/accessibility.test.ts',
  'test/journeys/hostile-page.test.ts',
  'test/journeys/every-source.test.ts',
  'test/faults/extension.test.ts',
  'test/journeys/firefox.test.ts',
  'test/properties/payment-lives.test.ts',
  'server/src/engines/print/motifs/organic/every-generator.test.ts',
  'server/src/operator/commands/payments.test.ts',
  'test/properties/journal.test.ts',
  'server/src/operator/cli.test.ts',
  'server/src/engines/print/motifs/every-generator.test.ts',
  'server/src/alerts/alerts.test.ts',
]

/**
 * Puts these first and leaves the others in vitest's order: a machine that has not run them before goes by their size, and would
 * end with one that takes two minutes while its other cores are idle.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const first = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)))
    return [...first, ...sorted.filter((file) => !first.includes(file))]
  }
}
