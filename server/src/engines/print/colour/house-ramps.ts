import type { Mood } from '../prompt/brief.ts'

/** Four colours from shadow to light, composed by hand; their lightness rises in even steps, so that tones go over softly. */
interface HouseRamp {
  mood: Mood | 'any'
  stops: readonly [string, string, string, string]
}

const ramp = (mood: HouseRamp['mood'], ...stops: HouseRamp['stops']): HouseRamp => ({ mood, stops })

/** What photographs are toned with. */
export const houseRamps: readonly HouseRamp[] = [
  ramp('any', '#0d2b33', '#17707e', '#86c9ac', '#f8f2da'),
  ramp('any', '#1f1a3d', '#74406f', '#e8876a', '#fce9d2'),
  ramp('any', '#171b48', '#4152a6', '#e79db6', '#fdf1ee'),
  ramp('any', '#12281f', '#40704f', '#dcb850', '#faf2da'),
  ramp('any', '#33141f', '#963c50', '#e8a08a', '#fcefe4'),
  ramp('any', '#0d2a38', '#2a6d80', '#f2a085', '#fdf1e6'),
  ramp('any', '#101c3c', '#2d59a6', '#92bce4', '#f6f8f8'),
  ramp('natural', '#2b221a', '#84603f', '#c9b083', '#f6efdf'),
  ramp('natural', '#20281e', '#5f7448', '#d3b58a', '#f7f0e2'),
  ramp('natural', '#33201a', '#a3563a', '#dcb48c', '#f8efe2'),
  ramp('vintage', '#2b363a', '#567a7a', '#d2b98c', '#f4edda'),
  ramp('vintage', '#3a2733', '#8d5566', '#dba895', '#f6eade'),
  ramp('vintage', '#34302b', '#6b7457', '#d8b37a', '#f5ecd8'),
  ramp('pastel', '#57607f', '#9a93c6', '#f2bac2', '#fdf4e6'),
  ramp('pastel', '#47697a', '#7db4bd', '#f5d0b4', '#fdf8ee'),
  ramp('pastel', '#6a5674', '#c48fae', '#f3d3a8', '#fdf7ec'),
  ramp('vivid', '#221457', '#c92682', '#ff9a4a', '#fff3c9'),
  ramp('vivid', '#07323b', '#008f8a', '#f9c83f', '#fff8e1'),
  ramp('vivid', '#2a0f4f', '#8a2f9e', '#ff8fa6', '#fff0ee'),
  ramp('dark', '#0c1420', '#1f3f5b', '#7d8f96', '#e0d3bb'),
  ramp('dark', '#0f1814', '#24513f', '#a98c4c', '#e8dcb8'),
  ramp('dark', '#170e1c', '#572246', '#b9646a', '#edcdb4'),
]
