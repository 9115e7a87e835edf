/** 18 px, large mode 24; three cards; no script and no other file needed. The colours are those of tokens.css. */
export const STYLE = `
:root{--ink:#17202a;--soft:#4a5563;--line:#c9cfd7;--accent:#1d4f6e}
*{box-sizing:border-box}
html{font-size:18px;-webkit-text-size-adjust:100%}
html.large{font-size:24px}
body{margin:0;color:var(--ink);background:#f3f4f1;line-height:1.55;font-family:system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
p.practice{position:sticky;top:0;z-index:1;padding:.4rem;text-align:center;font-weight:700;color:#14161a;background:repeating-linear-gradient(-45deg,#ffe100 0 9px,#14161a 9px 14px)}
p.practice span{display:inline-block;padding:.1rem .7rem;background:#ffe100}
header,main,footer{max-width:36rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem}
h1{margin:0;font-size:1.45rem;line-height:1.3}
.place{margin:.2rem 0 0;font-size:1.15rem;font-weight:600}
.when{margin:.2rem 0 .6rem;color:var(--soft)}
.tools{display:flex;flex-wrap:wrap;margin:.4rem -.3rem .8rem}
.tools a,.tools button{display:inline-block;margin:.3rem;padding:.55rem 1rem;min-height:48px;border:2px solid var(--accent);border-radius:8px;color:var(--accent);background:#fff;font:inherit;font-weight:600;text-decoration:none}
section{margin:0 0 1rem;padding:1rem 1.1rem;border:1px solid var(--line);border-top:6px solid var(--accent);border-radius:8px;background:#fff}
h2{margin:0 0 .5rem;font-size:1.2rem}
ul{margin:0;padding-left:1.2rem}
li+li{margin-top:.45rem}
li span{display:block;color:var(--soft)}
p{margin:0}
.tone{display:inline-block;margin-left:.5rem;padding:.05rem .6rem;border-radius:6px;font-weight:700}
.tone-red{color:#b0261b;background:#fbe6e3}
.tone-orange{color:#a34608;background:#fdebdd}
.tone-blue{color:#1f57b0;background:#e4edfb}
.tone-plain{color:#4a5563;background:#eceef1}
details{margin:0 0 1rem;padding:.2rem 1.1rem;border:1px solid var(--line);border-radius:8px;background:#fff}
summary{padding:.6rem 0;min-height:48px;font-weight:600;cursor:pointer}
h3{margin:.7rem 0 .1rem;font-size:1rem}
details p{white-space:pre-wrap}
details p:last-child{margin-bottom:.8rem}
.choices{white-space:normal!important}
.choices a{display:inline-block;margin:.25rem .35rem .25rem 0;padding:.55rem .8rem;min-width:4.5rem;min-height:48px;border:2px solid var(--accent);border-radius:8px;color:var(--accent);background:#fff;font-weight:600;text-align:center;text-decoration:none}
section details{border:0;border-top:1px solid var(--line);border-radius:0;margin:0;padding:0}
.call{display:inline-block;margin-top:.3rem;padding:.55rem 1rem;min-height:48px;border-radius:8px;color:#fff;background:var(--accent);font-weight:700;text-decoration:none}
.warn{border-top-color:#b0261b}
footer{padding-bottom:2rem;color:var(--soft)}
footer a{display:inline-block;padding:.6rem .6rem .6rem 0;color:var(--accent)}
@media print{body{background:#fff}.tools,footer{display:none}section{break-inside:avoid}}
`.trim();
