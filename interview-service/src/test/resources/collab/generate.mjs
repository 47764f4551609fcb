// Writes rebase-vectors.jsonl: what a page with @codemirror/collab makes of its unconfirmed updates when it receives
// random concurrent ones, one at a time.
// Run with @codemirror/state 6 and @codemirror/collab 6 installed: node generate.mjs > rebase-vectors.jsonl
import { ChangeSet, EditorState, Text } from "@codemirror/state"
import { collab, receiveUpdates, sendableUpdates } from "@codemirror/collab"

let seed = 20240229
const random = (n) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return Math.floor((seed / 0x80000000) * n)
}
const PIECES = ["a", "bc", "\n", "持久化", "🙂", "x\ny\n", "  ", "é", "const f = () => 1\n"]
const text = () => Array.from({ length: random(3) + 1 }, () => PIECES[random(PIECES.length)]).join("")

function randomChange(doc) {
  const specs = []
  for (let i = random(3); i >= 0; i--) {
    const from = random(doc.length + 1)
    const to = random(3) ? from : Math.min(doc.length, from + random(6))
    specs.push({ from, to, insert: random(4) ? text() : "" })
  }
  const change = ChangeSet.of(specs, doc.length)
  return change.empty ? randomChange(doc) : change
}

function randomUpdates(doc, count, clients) {
  const updates = []
  for (let i = 0; i < count; i++) {
    const changes = randomChange(doc)
    doc = changes.apply(doc)
    updates.push({ clientID: clients[random(clients.length)], changes })
  }
  return updates
}

const json = (updates) => updates.map((u) => ({ client: u.clientID, changes: u.changes.toJSON() }))

for (let i = 0; i < 400; i++) {
  const doc = Text.of(Array.from({ length: random(12) }, text).join("").split("\n"))
  const over = randomUpdates(doc, random(4) + 1, ["bo", "cy"])
  let updates = randomUpdates(doc, random(3) + 1, ["al"])
  if (random(4) === 0) {
    // The first own update was accepted already, its acknowledgement was lost, and others came after it.
    const later = randomUpdates(updates[0].changes.apply(doc), random(3), ["bo"])
    over.splice(0, over.length, updates[0], ...later)
  }
  let page = EditorState.create({ doc, extensions: collab({ clientID: "al" }) })
  for (const { changes } of updates) page = page.update({ changes }).state
  for (const update of over) page = receiveUpdates(page, [update]).state
  const rebased = sendableUpdates(page)
  console.log(
    JSON.stringify({
      doc: doc.toString(),
      updates: json(updates),
      over: json(over),
      rebased: json(rebased),
      result: page.doc.toString(),
    })
  )
}
