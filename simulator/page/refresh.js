// Fetches what changed every two seconds and puts it in place, keeping what is unfolded and where the focus is.
const activity = document.getElementById('activity')
let shown = ''

const keysOfOpen = () => [...activity.querySelectorAll('details[open]')].map((item) => item.dataset.key)

const replaceActivity = (html) => {
  if (html === shown) return
  const open = new Set(keysOfOpen())
  const focused = document.activeElement?.closest('#activity details')?.dataset.key
  const scrolled = [...activity.querySelectorAll('.list')].map((list) => list.scrollTop)
  // The server escapes every value; this is the same HTML it puts into the page.
  activity.innerHTML = html
  shown = html
  for (const item of activity.querySelectorAll('details')) {
    item.open = open.has(item.dataset.key)
    if (item.dataset.key === focused) item.querySelector('summary').focus()
  }
  for (const [index, list] of activity.querySelectorAll('.list').entries())
    list.scrollTop = scrolled[index] ?? 0
}

const refresh = async () => {
  if (document.hidden) return
  try {
    const response = await fetch('/page/changes')
    if (!response.ok) return
    const changes = await response.json()
    replaceActivity(changes.activity)
    for (const item of document.querySelectorAll('[data-state]')) {
      const html = changes.states[item.dataset.state]
      if (html !== undefined && item.innerHTML !== html) item.innerHTML = html
    }
  } catch {
    // The simulator is stopped; the page shows what it last knew.
  }
}

setInterval(refresh, 2000)
document.addEventListener('visibilitychange', refresh)
