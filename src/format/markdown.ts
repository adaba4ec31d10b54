/**
 * Text of a contract or a record in Markdown: no markup, no HTML, no mention of people or issues, no second line, no
 * list where a line begins with it, and no mark that turns the direction of what stands beside it.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u25a1')
    .replace(/[&<>@#]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()~|!$]/g, (sign) => `\\${sign}`)
    .replace(/^([-+=])(?=[-+=\s]|$)/, '\\$1')
    .replace(/^(\d+)\.(?=\s|$)/, '$1\\.');
