/** 18 px and no other file needed. The colours are those of tokens.css. */
export const STYLE = `
:root{--ink:#17202a;--soft:#4a5563;--line:#c9cfd7;--accent:#1d4f6e}
*{box-sizing:border-box}
html{font-size:18px;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#f3f4f1;line-height:1.55;font-family:system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
header,main{max-width:36rem;margin:0 auto;padding:0 1rem}
header{padding:1rem 1rem .6rem}
h1{margin:.3rem 0;font-size:1.4rem;line-height:1.3}
h2{margin:0 0 .5rem;font-size:1.15rem}
h3{margin:.8rem 0 .3rem;font-size:1rem}
p{margin:0 0 .6rem}
section{margin:0 0 1rem;padding:1rem 1.1rem .5rem;border:1px solid var(--line);border-top:6px solid var(--accent);border-radius:8px;background:#fff}
ol{margin:0 0 .6rem;padding-left:1.5rem}
li+li{margin-top:.45rem}
summary{padding:.7rem 0;min-height:48px;cursor:pointer;color:var(--accent);font-weight:600}
.soft{color:var(--soft)}
.language{display:inline-block;padding:.55rem 1rem .55rem 0;min-height:48px;color:var(--accent);font-weight:600}
.call,.plain{display:inline-block;padding:.7rem 1.2rem;min-height:48px;border:2px solid var(--accent);border-radius:8px;font-weight:700;text-decoration:none}
.call{color:#fff;background:var(--accent)}
.plain{color:var(--accent);background:#fff}
.print{font-family:ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;font-size:1.05rem}
.print span{display:inline-block;margin-right:.6rem;white-space:nowrap}
.check{border-top-color:#a34608}
.check.trusted{border-top-color:#1e6b3c}
.check p{font-weight:700}
.check img{max-width:100%}
.warn{border-top-color:#b0261b}
.warn p{font-weight:700}
`.trim();
