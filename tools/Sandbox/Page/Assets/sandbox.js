// Keeps the page true while it is open, sends replies and faults. Everything is readable without it.

const say = text => { document.getElementById('live').textContent = text }
const fetchPage = async address =>
  new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')

// Replaces what changed and leaves what someone is typing in.
function renew(fresh) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id)
    if (next && part.innerHTML !== next.innerHTML) renewPart(part, next)
  }
  toBottom()
}

function renewPart(part, next) {
  const drafts = new Map()
  for (const input of part.querySelectorAll('.reply input')) {
    drafts.set(input.id, { text: input.value, focus: input === document.activeElement, at: input.selectionStart })
  }
  const focused = part.contains(document.activeElement) ? pathOf(part, document.activeElement) : null
  part.replaceChildren(...document.adoptNode(next).childNodes)
  for (const [id, draft] of drafts) {
    const input = document.getElementById(id)
    if (!input) continue
    input.value = draft.text
    if (draft.focus) {
      input.focus({ preventScroll: true })
      input.setSelectionRange(draft.at, draft.at)
    }
  }
  if (focused && !part.contains(document.activeElement)) part.querySelector(focused)?.focus({ preventScroll: true })
}

// Finds the same link or region again after its part was replaced.
function pathOf(part, element) {
  const key = element.closest('[data-key]')?.dataset.key
  const self = element.matches('.screen') ? '.screen' : element.matches('a') ? `a[href="${CSS.escape(element.getAttribute('href'))}"]` : null
  return self && `${key ? `[data-key="${CSS.escape(key)}"] ` : ''}${self}`
}

function toBottom() {
  for (const screen of document.querySelectorAll('.screen')) screen.scrollTop = screen.scrollHeight
}

let renewing = false, again = false
async function renewNow() {
  if (renewing) { again = true; return }
  renewing = true
  try { renew(await fetchPage(location.pathname + location.search)) } catch { /* The Sandbox is away; its stream reconnects. */ }
  renewing = false
  if (again) { again = false; renewNow() }
}

let wait
new EventSource('/sandbox/live').addEventListener('change', () => {
  clearTimeout(wait)
  wait = setTimeout(renewNow, 150)
})

function fitMail() {
  const frame = document.querySelector('.reading iframe')
  if (!frame) return
  const fit = () => {
    const mail = frame.contentDocument?.documentElement
    if (!mail) return
    frame.style.height = '0'
    frame.style.height = `${Math.min(Math.max(mail.scrollHeight, 160), 1200)}px`
  }
  frame.addEventListener('load', fit)
  fit()
}

async function openMail(link) {
  const fresh = await fetchPage(link.href)
  document.getElementById('reading').replaceWith(document.adoptNode(fresh.getElementById('reading')))
  renew(fresh)
  history.replaceState(null, '', link.href)
  fitMail()
  document.getElementById('reading').focus()
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-mail]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault()
    openMail(link)
  }
  const calm = event.target.closest('[data-calm]')
  if (calm) {
    for (const input of calm.form.querySelectorAll('input')) input.value = 0
    for (const text of calm.form.querySelectorAll('textarea')) text.value = ''
    calm.form.requestSubmit()
  }
})

document.addEventListener('submit', event => {
  const form = event.target
  if (form.matches('.reply')) { event.preventDefault(); reply(form) }
  if (form.matches('.fault')) { event.preventDefault(); setFaults(form) }
})

async function reply(form) {
  const input = form.elements.text
  const answer = await fetch(`/sandbox/phones/${encodeURIComponent(form.dataset.number)}/reply`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: input.value }),
  })
  if (answer.ok) input.value = ''
  say(answer.ok ? 'Reply sent.' : `The reply was refused: ${(await answer.json()).error.message}`)
}

async function setFaults(form) {
  const share = name => Number(form.elements[name].value) / 100
  const answer = await fetch('/sandbox/faults', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service: form.dataset.service,
      latencyMs: Math.round(Number(form.elements.latencyMs.value)),
      rate429: share('rate429'), rate500: share('rate500'), drop: share('drop'),
      undeliverable: (form.elements.undeliverable?.value ?? '').split(/[\s,;]+/).filter(Boolean),
    }),
  })
  const words = answer.ok ? 'In force.' : (await answer.json()).error.message
  form.querySelector('output').textContent = words
  markFaults()
}

function markFaults() {
  for (const form of document.querySelectorAll('.fault')) {
    const any = [...form.querySelectorAll('input')].some(i => Number(i.value) > 0) || [...form.querySelectorAll('textarea')].some(t => t.value.trim())
    form.classList.toggle('on', any)
  }
}

toBottom()
fitMail()
markFaults()
