/** The clipboard is closed to pages that are not secure; then the person can take the text from a prompt. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    window.prompt('Copy this', text)
    return false
  }
}
