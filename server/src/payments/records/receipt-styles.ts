import { Html } from '../pages/html.ts'

/** Ink on paper, also on a dark screen: what is seen is what is printed. */
export const receiptStyles = new Html(`
:root { color-scheme: light; } * { box-sizing: border-box; } @page { margin: 20mm; }
body { margin: 0; background: #f4f5f2; color: #1a2130; font: 400 14px/20px "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
main { max-width: 640px; margin: 48px auto; padding: 40px; background: #fff; border: 1px solid #d9dcd5; border-radius: 12px; }
.brand { display: flex; align-items: center; gap: 8px; } .brand span, h1 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", P052, "Liberation Serif", serif; }
.brand span { font-size: 22px; } h1 { margin: 24px 0 0; font-size: 28px; line-height: 36px; font-weight: 400; }
.test { margin: 16px 0 0; padding: 11px; border: 1px solid #d9a548; border-radius: 8px; background: #fbf1dc; color: #734700; font-weight: 600; }
dl { margin: 24px 0; display: grid; gap: 4px; } dl div { display: grid; grid-template-columns: 140px minmax(0, 1fr); gap: 16px; } dt, small, .note { color: #4a5264; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 12px 0; text-align: left; font-weight: 400; vertical-align: top; border-bottom: 1px solid #d9dcd5; }
th + th, td:last-child { padding-left: 24px; text-align: right; white-space: nowrap; } thead th { font-size: 12px; line-height: 16px; font-weight: 600; color: #4a5264; }
small { display: block; font-size: 13px; } .total th, .total td { font-weight: 600; } .note { margin: 16px 0 0; font-size: 13px; }
@media (max-width: 480px) { main { margin: 0; padding: 24px; border: 0; border-radius: 0; } dl div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { background: none; } main { max-width: none; margin: 0; padding: 0; border: 0; } }
`)
