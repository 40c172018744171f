declare module '*.css'

// Plasmo builds the file for injection and gives its address inside the extension.
declare module 'url:*' {
  const address: string
  export default address
}
