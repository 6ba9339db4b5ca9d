/** The page as it arrives: its frame, ready to be read before any script has run. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { ClientBundle } from './bundle-client.ts';

export interface PageParts {
  readonly bundle: Omit<ClientBundle, 'assets'>;
  readonly demo: boolean;
  readonly regulations: readonly Pick<Regulation, 'title' | 'documentNumber'>[];
}

/** Runs before the first paint, so that a chosen theme doesn't flash. */
const themeScript = `const kept=n=>JSON.parse(localStorage.getItem('zhengshu.'+n)),theme=kept('theme');
if(theme==='light'||theme==='dark')document.documentElement.dataset.theme=theme;`;
/** Begins the conversation while the script is still on its way; what does not work out here, the script does anew. */
const beginScript = `const before=kept('session'),call=(path,headers,body)=>fetch('/v3/directline/'+path,{method:'POST',headers,body})
.then(r=>r.ok?r.json():Promise.reject(r.status)),
known=before&&before.expiresAt>Date.now()+6e4?Promise.resolve(before):
kept('person')?null:call('tokens/generate',{'content-type':'application/json'},'{}');
if(known){firstConversation=known.then(s=>call('conversations',{authorization:'Bearer '+s.token}));
firstConversation.catch(()=>{})}`;
const earlyScript = `var firstConversation;try{${themeScript}${beginScript}}catch{}`;

/** Scripts that stand in the page; the security policy names their digests. */
export const inlineScripts: readonly string[] = [earlyScript];

/** A page of text with one clause marked. */
const mark =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="var(--accent,#1f5aa6)"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"><path d="M9 9.5h14M9 22.5h9" opacity=".6"/></g><rect x="7" y="13.2" width="18" height="5.6" rx="2.2" fill="#fff"/></svg>';
const icon = `data:image/svg+xml,${encodeURIComponent(
  mark
    .replace('class="mark"', 'xmlns="http://www.w3.org/2000/svg"')
    .replace(' aria-hidden="true"', '')
    .replace('var(--accent,#1f5aa6)', '#1f5aa6'),
)}`;

const drawn = (paths: string): string => `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;
const plus = drawn('<path d="M12 5v14M5 12h14"/>');
const halfMoon = drawn('<circle cx="12" cy="12" r="8.2"/><path class="half" d="M12 3.8a8.2 8.2 0 0 1 0 16.4z"/>');
const arrowUp = drawn('<path d="M12 19V5.5M5.8 11.4 12 5.2l6.2 6.2"/>');
const arrowDown = drawn('<path d="M12 5v13.5M5.8 12.6 12 18.8l6.2-6.2"/>');
const cross = drawn('<path d="m6 6 12 12M18 6 6 18"/>');

export function pageHtml({ bundle, demo, regulations }: PageParts): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>政数助手</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="问规定、找数据、办手续，每个回答都附条文原文。">
<link rel="icon" href="${icon}">
<script>${earlyScript}</script>
<link rel="stylesheet" href="/assets/${bundle.styles}">
${bundle.scriptParts.map((name) => `<link rel="modulepreload" href="/assets/${name}">`).join('\n')}
<script type="module" src="/assets/${bundle.script}"></script>
</head>
<body data-demo="${demo ? 'on' : 'off'}">
<a class="skip" href="#say">跳到输入框</a>
<header class="top">
${mark}
<div class="name"><h1>政数助手</h1><p>${escapeHtml(subject(regulations))}</p></div>
<button class="tool" id="begin-anew" type="button">${plus}<span>新对话</span></button>
<button class="tool bare" id="theme" type="button" aria-label="切换深浅色">${halfMoon}</button>
</header>
<main class="stage" id="stage">
<section class="chat" aria-label="对话">
<div class="demo" id="demo" hidden>
<p><strong>演示模式</strong><span>数据均为虚构</span></p>
<label class="who" id="who" hidden>我是<select id="person"></select></label>
</div>
<div class="line" id="connection" role="status" hidden></div>
<div class="scroll" id="scroll" tabindex="0" role="region" aria-label="对话记录，可滚动">
<div class="log" id="log" role="log" aria-live="polite" aria-label="对话" aria-busy="true"></div>
<p class="typing" id="typing" hidden><i></i><i></i><i></i><span>正在处理</span></p>
<noscript><p class="without">这个页面需要开启 JavaScript 才能对话。</p></noscript>
</div>
<div class="over"><button class="newer" id="newer" type="button" hidden>${arrowDown}<span>回到最新</span></button></div>
<div class="foot">
<form class="composer" id="composer" autocomplete="off">
<div class="field">
<label class="unseen" for="say">输入您的问题</label>
<textarea id="say" rows="1" placeholder="问规定、找数据，直接说就行" enterkeyhint="send" aria-describedby="say-hint"></textarea>
<button class="send" id="send" type="submit" aria-label="发送">${arrowUp}</button>
</div>
<p class="hint"><span id="say-hint">Enter 发送，Shift + Enter 换行</span><span>回答附条文原文，以正式公布的文本为准</span></p>
</form>
</div>
</section>
<dialog class="panel" id="panel" aria-labelledby="panel-title">
<header><div><h2 id="panel-title" tabindex="-1">条文</h2><p class="panel-facts" id="panel-facts"></p></div><button class="tool bare" id="panel-close" type="button" aria-label="关闭条文">${cross}</button></header>
<div class="pages" id="panel-pages" tabindex="0" role="region" aria-label="条文内容，可滚动"></div>
</dialog>
</main>
<dialog class="ask" id="ask-anew" aria-labelledby="ask-anew-title">
<form method="dialog"><h2 id="ask-anew-title">开始新对话？</h2><p>当前对话会从这个页面收起，不能再翻看。</p>
<div class="choices"><button value="no" autofocus>继续当前对话</button><button class="main" value="yes">开始新对话</button></div></form>
</dialog>
</body>
</html>
`;
}

/** What it knows, in one line under the name. */
function subject(regulations: PageParts['regulations']): string {
  const [first] = regulations;
  if (!first) return '政务数据工作助手';
  return regulations.length === 1 ? `《${first.title}》` : `《${first.title}》等 ${regulations.length} 部文件`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
