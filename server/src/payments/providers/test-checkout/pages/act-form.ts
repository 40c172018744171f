import { type Html, html } from '../../../pages/html.ts'

/** A button of its own form, that does one thing to one thing. */
export function actForm(act: string, id: string, label: string): Html {
  return html`<form method="post"><input type="hidden" name="act" value="${act}"><input type="hidden" name="id" value="${id}"><button>${label}</button></form>`
}

/** A choice that is set by a button. */
export function choiceForm(
  act: string,
  id: string,
  { label, chosen, options, set }: { label: string; chosen: string; options: [value: string, label: string][]; set: string },
): Html {
  const listed = options.map(
    ([value, said]) => html`<option value="${value}"${value === chosen && html` selected`}>${said}</option>`,
  )
  return html`<form method="post"><input type="hidden" name="act" value="${act}"><input type="hidden" name="id" value="${id}">
<label>${label}<select name="${act}">${listed}</select></label><button>${set}</button></form>`
}
