import type { Mood } from '../prompt/brief.ts'

/** A palette composed by hand: a light ground, a dark ground and five colours that live well on either. */
export interface HousePalette {
  mood: Mood | 'any'
  light: string
  dark: string
  main: readonly [string, string, string, string, string]
}

const palette = (mood: HousePalette['mood'], light: string, dark: string, ...main: HousePalette['main']): HousePalette => ({
  mood,
  light,
  dark,
  main,
})

/** What is drawn where the prompt names no colour. */
export const housePalettes: readonly HousePalette[] = [
  palette('any', '#f7f0e3', '#1f3330', '#d9694f', '#f0b24a', '#7f9c7b', '#eeaea3', '#8c3b3f'),
  palette('any', '#f5f3ea', '#16294a', '#2f6db5', '#e8604c', '#f2b544', '#8fc1cf', '#f5d6c0'),
  palette('any', '#f6f2e4', '#2a3b2f', '#c94f6d', '#f2c14e', '#7da2c4', '#f0a58f', '#6a8d5b'),
  palette('any', '#f4f5f0', '#14264b', '#2450a0', '#5f8ac8', '#a9c4e4', '#3a7d8c', '#e0b07a'),
  palette('any', '#fbf1ea', '#2a3a34', '#d87f8e', '#f2bcb3', '#b14f68', '#93a988', '#e8b065'),
  palette('any', '#f6f0e6', '#20264a', '#8a5191', '#cd86a8', '#eebaa4', '#93a273', '#6a4a86'),
  palette('any', '#eef4ef', '#0e3a43', '#17808e', '#66bdb4', '#f08a5d', '#f6c667', '#33578c'),
  palette('any', '#fdf6e3', '#25402f', '#f08c2e', '#f5c937', '#e2583e', '#7fae5d', '#f7b7a3'),
  palette('any', '#f2f1ec', '#24303d', '#39566b', '#8fadba', '#c9574b', '#dcb67f', '#64828f'),
  palette('natural', '#f5ebdc', '#3a2a24', '#c8623e', '#e0a06c', '#7c8b67', '#dcb953', '#8a4636'),
  palette('natural', '#f3ecdd', '#33382a', '#9a7b4f', '#c99a66', '#8c9a6e', '#c4704a', '#e3c9a0'),
  palette('natural', '#f1ebe0', '#2d332f', '#b5765a', '#87937a', '#d5a97e', '#5f7266', '#caba94'),
  palette('vintage', '#f3ead7', '#39332c', '#b5605a', '#d7a45f', '#7f8f7a', '#c99a8b', '#5d7280'),
  palette('vintage', '#efe6d2', '#2f3a40', '#a8554c', '#6d8c8c', '#d3b078', '#8a6a7a', '#c4886a'),
  palette('vintage', '#f4ece0', '#2e3a36', '#9e6470', '#d0a0a0', '#8c9378', '#c8a468', '#6f7f92'),
  palette('pastel', '#fdf8f0', '#4c5f78', '#f2b5bd', '#f8d9a8', '#b4d7c4', '#bcc6ea', '#f5c4a8'),
  palette('pastel', '#fbf8f4', '#4f6480', '#d9b8e4', '#a9d3e6', '#f7c6d2', '#f9e2a6', '#b9dcc0'),
  palette('pastel', '#f4f9f5', '#4d6a6a', '#a8d8cc', '#f6c5b4', '#c9c3ea', '#f7e0a0', '#e9aebd'),
  palette('vivid', '#fff8ea', '#14204a', '#f0386b', '#ffb21a', '#11a3a0', '#ff7a45', '#5b4bd0'),
  palette('vivid', '#f3fbf6', '#0c3b3a', '#ff5c5c', '#00a878', '#ffd23f', '#2d6cdf', '#ff8fb1'),
  palette('vivid', '#fff6f0', '#171c4a', '#e5337f', '#ff9635', '#27b0d6', '#f9d34a', '#7a3fd1'),
  palette('dark', '#efe7dc', '#171b26', '#b44a57', '#d99a5b', '#6f8f8a', '#a9788f', '#e3cdb2'),
  palette('dark', '#ece6da', '#1b1a1d', '#c8703f', '#8f9a6c', '#d9b27c', '#7d4a5c', '#5c7f95'),
  palette('dark', '#e9e7e2', '#16231f', '#c0667a', '#e0b080', '#5f9482', '#8a6ea6', '#d9d3bf'),
]
