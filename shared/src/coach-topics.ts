/** What a good prompt for a print speaks of, in the order in which one says it. */
export const coachTopics = ['subject', 'style', 'palette', 'ground', 'repeat', 'scale'] as const
export type CoachTopic = (typeof coachTopics)[number]
