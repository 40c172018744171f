/** The look of the test checkout: the extension's tokens, light and dark. */
export const styles = `
:root { color-scheme: light dark; --bg: #f4f5f2; --surface: #fff; --line: #d9dcd5; --control: #7b8190; --text: #1a2130; --text-2: #4a5264;
  --accent: #2b3f7e; --accent-hover: #202f62; --on-accent: #fff; --accent-soft: #e7ebf6; --focus: #1f5fd6;
  --warn: #734700; --warn-soft: #fbf1dc; --warn-line: #d9a548; }
@media (prefers-color-scheme: dark) { :root { --bg: #11141b; --surface: #191e28; --line: #313947; --control: #788295; --text: #eceff4; --text-2: #bac1ce;
  --accent: #a6b9f2; --accent-hover: #c0cef8; --on-accent: #10182e; --accent-soft: #27304b; --focus: #8fb4ff;
  --warn: #f0c674; --warn-soft: #33290f; --warn-line: #8a6a24; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--bg); color: var(--text); font: 400 14px/20px "Segoe UI", -apple-system, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; }
.banner { padding: 12px 32px; background: var(--warn-soft); color: var(--warn); border-bottom: 1px solid var(--warn-line); }
.sheet { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); max-width: 960px; margin: 48px auto; background: var(--surface);
  border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
section { padding: 32px; display: flex; flex-direction: column; gap: 20px; }
.what { background: var(--bg); border-right: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: 8px; } .brand span, h1 { font-family: "Iowan Old Style", Palatino, P052, "Liberation Serif", serif; }
.brand span { font-size: 22px; } h1 { font-size: 30px; line-height: 38px; font-weight: 400; } h2 { font-size: 15px; }
fieldset { border: 0; display: flex; flex-direction: column; gap: 8px; } legend { font-weight: 600; color: var(--text-2); padding-bottom: 8px; }
.option { display: flex; gap: 12px; align-items: flex-start; padding: 12px; border: 1px solid var(--control); border-radius: 8px; background: var(--surface); cursor: pointer; }
.option:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-soft); }
.option input { accent-color: var(--accent); width: 16px; height: 16px; margin-top: 2px; } small { display: block; color: var(--text-2); font-size: 13px; }
dl div { display: flex; justify-content: space-between; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--line); } .strong { font-weight: 600; } dd { text-align: right; white-space: nowrap; }
button { min-height: 40px; padding: 9px 15px; border-radius: 4px; border: 1px solid transparent; font: 600 14px/20px inherit; font-family: inherit; cursor: pointer; }
.main { background: var(--accent); color: var(--on-accent); } .main:hover { background: var(--accent-hover); }
.quiet { background: none; color: var(--accent); } .quiet:hover { background: var(--accent-soft); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; } p { color: var(--text-2); } .order p { text-align: center; }
.declined { padding: 11px; border: 1px solid var(--warn-line); border-radius: 8px; background: var(--warn-soft); color: var(--warn); }
.end { max-width: 560px; margin: 64px auto; padding: 32px; display: flex; flex-direction: column; gap: 16px; } .lead { font-size: 15px; line-height: 24px; color: var(--text); }
@media (max-width: 720px) { .sheet { grid-template-columns: 1fr; margin: 0; border-radius: 0; } .what { border-right: 0; border-bottom: 1px solid var(--line); } }
`
