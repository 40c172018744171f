declare module '*.css'

// Plasmo builds the file for injection and gives its address inside the extension.
declare module 'url:*' {
  const address: string
  export default address
}

// A style sheet as text, for a shadow root.
declare module 'data-text:*' {
  const text: string
  export default text
}
