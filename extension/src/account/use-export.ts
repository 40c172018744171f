import { downloadZip } from 'client-zip'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { downloadFile } from '../images/take-out'
import { type ExportProgress, exportEverything } from './export-everything'

export type ExportState =
  | { at: 'idle' | 'stopped' }
  | { at: 'running' | 'done'; progress: ExportProgress }
  | { at: 'failed'; code: FailureCode }

const none: ExportProgress = { images: 0, total: null, missing: [] }

async function fetchFile(url: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, { signal })
  if (!answer.ok) throw new Error(`The file was answered ${answer.status}`)
  return answer.blob()
}

/** Collects all that is kept of the account into one zip and saves it. Leaving the page stops it. */
export function useExport(): { state: ExportState; start: () => void; stop: () => void } {
  const [state, setState] = useState<ExportState>({ at: 'idle' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (signal: AbortSignal) => {
    let progress = none
    const tell = (told: ExportProgress) => {
      progress = told
      setState({ at: 'running', progress })
    }
    setState({ at: 'running', progress })
    try {
      const archive = await downloadZip(exportEverything({ api, fetchFile, tell }, signal)).blob()
      signal.throwIfAborted()
      downloadFile(archive, `toile-${new Date().toISOString().slice(0, 10)}.zip`)
      setState({ at: 'done', progress })
    } catch (error) {
      console.info('Toile: not exported', error)
      setState(signal.aborted ? { at: 'stopped' } : { at: 'failed', code: codeOf(error) })
    }
  }
  const start = () => {
    if (state.at === 'running') return
    running.current = new AbortController()
    void run(running.current.signal)
  }
  return { state, start, stop: () => running.current?.abort() }
}
