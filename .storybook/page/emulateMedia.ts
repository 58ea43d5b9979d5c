/**
 * The rules of the stylesheet for a medium that this browser is not in, put in force below one element. They are read
 * from the stylesheet itself, so a page cannot show what it does not say. What a browser does on its own in forced
 * colours (it replaces every colour) stands in page.css, by tokens; the real thing is looked at by
 * `silhouettes.browser.test.tsx` and with the browser's own emulation.
 */
export type EmulatedMedia = 'forced-colors: active' | 'prefers-contrast: more'

/** CSS text, for a `<style>`. Empty where the stylesheet has nothing to say. */
export function emulateMedia(media: EmulatedMedia, scope: string): string {
  const rules = [...document.styleSheets].flatMap((sheet) => readRules(sheet, media))
  if (rules.length === 0) return ''
  return `@scope (${scope}) {\n${rules.map((text) => text.replaceAll(':root', ':scope')).join('\n')}\n}`
}

function readRules(sheet: CSSStyleSheet | CSSGroupingRule, media: EmulatedMedia): readonly string[] {
  let rules: CSSRuleList
  try {
    rules = sheet.cssRules
  } catch {
    // A sheet of another origin, by an extension of the browser: not ours.
    return []
  }
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && rule.conditionText.includes(media))
      return [...rule.cssRules].map(({ cssText }) => cssText)
    return rule instanceof CSSGroupingRule ? readRules(rule, media) : []
  })
}
