import { Html } from './html.ts'

const light = `color-scheme: light; --bg: #f4f5f2; --surface: #fff; --sunken: #eceeea; --line: #d9dcd5; --control: #7b8190; --text: #1a2130; --text-2: #4a5264;
  --accent: #2b3f7e; --accent-hover: #202f62; --on-accent: #fff; --accent-text: #2b3f7e; --accent-soft: #e7ebf6; --focus: #1f5fd6;
  --warn: #734700; --warn-soft: #fbf1dc; --warn-line: #d9a548; --danger: #9a222b; --ok: #1d6149; --ok-soft: #e4f1ea; --ok-line: #86b8a0;
  --trial: #8f6200; --promo: #a03f66; --plan: #2a6f63; --pack: #2b3f7e; --thread: rgba(255, 255, 255, .62); --band: rgba(255, 255, 255, .34);`
const dark = `color-scheme: dark; --bg: #11141b; --surface: #191e28; --sunken: #232936; --line: #313947; --control: #788295; --text: #eceff4; --text-2: #bac1ce;
  --accent: #a6b9f2; --accent-hover: #c0cef8; --on-accent: #10182e; --accent-text: #b3c3f5; --accent-soft: #27304b; --focus: #8fb4ff;
  --warn: #f0c674; --warn-soft: #33290f; --warn-line: #8a6a24; --danger: #f4a5a8; --ok: #8fd0b2; --ok-soft: #16302a; --ok-line: #3f7a64;
  --trial: #e0b04c; --promo: #e08fb0; --plan: #6fc0ae; --pack: #a6b9f2; --thread: rgba(17, 20, 27, .6); --band: rgba(17, 20, 27, .36);`

/** The look of the pages around paying: the extension's tokens, light and dark. Sizes in px, as there. */
export const styles = new Html(`
:root { ${light} --ui: "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --display: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", P052, "Liberation Serif", serif; }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; } :where(h1, h2, h3, p, ul, dl, dd, fieldset, legend) { margin: 0; padding: 0; border: 0; min-width: 0; } ul { list-style: none; }
body { margin: 0; background: var(--bg); color: var(--text); font: 400 14px/20px var(--ui); font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
.banner { display: flex; gap: 12px; align-items: flex-start; justify-content: center; padding: 12px 32px; background: var(--warn-soft); border-bottom: 1px solid var(--warn-line); }
.icon { flex: none; margin-top: 2px; color: var(--warn); } .brand { display: flex; align-items: center; gap: 8px; font: 400 20px/24px var(--display); }
.mark-ground { fill: var(--accent); } .mark-leaves { fill: var(--surface); } main { display: block; }
h1 { margin: 24px 0 4px; font: 400 28px/36px var(--display); } h2 { font: 600 15px/20px var(--ui); } h3 { font: 600 14px/20px var(--ui); }
.caption { font-size: 12px; line-height: 16px; color: var(--text-2); } .lead { font-size: 15px; line-height: 24px; color: var(--text-2); margin-top: 4px; }
.warn { color: var(--warn); } .danger { color: var(--danger); } .ok { color: var(--ok); } .strong { font-weight: 600; }
.note { margin-top: 16px; padding: 11px; border: 1px solid var(--warn-line); border-radius: 8px; background: var(--warn-soft); color: var(--warn); }
.note-ok { border-color: var(--ok-line); background: var(--ok-soft); color: var(--ok); }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr) 360px; max-width: 880px; margin: 48px auto; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; background: var(--bg); }
.sheet > section { padding: 32px; } .order { background: var(--surface); border-left: 1px solid var(--line); }
fieldset { margin-top: 24px; } legend { margin-bottom: 8px; font: 600 12px/16px var(--ui); color: var(--text-2); }
.option { display: flex; gap: 12px; align-items: flex-start; padding: 12px; border: 1px solid var(--control); border-radius: 8px; background: var(--surface); cursor: pointer; }
.option + .option { margin-top: 8px; } .option b, .option .caption { display: block; }
.option:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-soft); }
.option:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; } .option input:focus-visible { outline: none; }
.option input { flex: none; width: 16px; height: 16px; margin: 2px 0 0; accent-color: var(--accent); }
.sums > div { display: flex; gap: 16px; padding: 12px 0; } .sums > div + div { border-top: 1px solid var(--line); } .sums { margin-top: 8px; }
.sums dd { flex: none; margin-left: auto; font-weight: 600; text-align: right; white-space: nowrap; } .sums .caption { display: block; }
button, .button { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 40px; padding: 9px 15px; border: 1px solid var(--control); border-radius: 4px;
  background: var(--surface); color: var(--text); font: 600 14px/20px var(--ui); text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--sunken); } .main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent-hover); } .quiet { border-color: transparent; background: none; color: var(--accent-text); } .quiet:hover { background: var(--accent-soft); }
form .main { margin-top: 16px; } form .quiet { margin-top: 8px; } .order > .caption { margin-top: 16px; } .order .main + .caption { text-align: center; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; } h1:focus { outline: none; }
a { color: var(--accent-text); text-underline-offset: 2px; }
.end { max-width: 520px; margin: 0 auto; padding: 40px 32px 64px; } .end h1 { margin-bottom: 8px; } .end .main { margin-top: 24px; } .end .centred { margin-top: 16px; text-align: center; }
.links { display: flex; justify-content: center; margin-top: 16px; } .links .button { width: auto; min-height: 32px; margin: 0; padding: 5px 11px; font-size: 13px; }
.card { margin-top: 24px; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
.lots-bar { display: flex; gap: 2px; height: 12px; margin-bottom: 12px; } .lots-bar > span { display: block; min-width: 8px; }
.lots { display: grid; grid-template-columns: 12px auto 1fr auto; gap: 4px 8px; align-items: start; } .lots > li { display: contents; } .lots .caption { line-height: 20px; } .lots .amount { text-align: right; font-weight: 600; }
.swatch { width: 12px; height: 12px; margin-top: 4px; } .weave { border-radius: 2px; background-color: var(--pack); }
.weave-trial { background-color: var(--trial); background-image: repeating-linear-gradient(135deg, transparent 0 3px, var(--thread) 3px 4.5px); }
.weave-promo { background-color: var(--promo); background-image: radial-gradient(circle at 2px 2px, var(--thread) 1px, transparent 1.3px); background-size: 4px 4px; }
.weave-plan { background-color: var(--plan); background-image: linear-gradient(90deg, var(--band) 50%, transparent 50%), linear-gradient(var(--band) 50%, transparent 50%); background-size: 6px 6px; }
.bank { max-width: 880px; margin: 0 auto; padding: 40px 32px 64px; } .bank > h2 { margin-top: 32px; } .bank .card { margin-top: 12px; } .bank .card:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.facts { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; } .facts .caption { flex-basis: 100%; } .facts b { margin-left: auto; white-space: nowrap; }
.chip { padding: 2px 8px; border: 1px solid var(--control); border-radius: 12px; font-size: 12px; line-height: 18px; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: flex-end; margin-top: 12px; } .acts form { display: flex; flex-wrap: wrap; gap: 8px; align-items: flex-end; } .acts button { width: auto; min-height: 32px; margin: 0; padding: 5px 11px; font-size: 13px; }
.acts label, .chosen label { font: 400 12px/16px var(--ui); color: var(--text-2); } .acts input, .acts select { display: block; min-height: 32px; margin-top: 4px; padding: 5px 11px; border: 1px solid var(--control); border-radius: 4px; background: var(--surface); color: var(--text); font: 400 13px/20px var(--ui); }
.acts input { width: 112px; }
@media (max-width: 720px) { .sheet { grid-template-columns: 1fr; margin: 0; border: 0; border-radius: 0; } .order { border-left: 0; border-top: 1px solid var(--line); } .banner { justify-content: flex-start; padding: 12px 20px; } .sheet > section, .end, .bank { padding-left: 20px; padding-right: 20px; } }
@media (forced-colors: active) { .weave { border: 1px solid CanvasText; } .option:has(:checked) { outline: 2px solid Highlight; } .main { border: 2px solid ButtonText; } }
`)
