-- Appends entries to one journal, all or nothing; the only script that writes truth.
--
-- KEYS[1] head     hash    epoch, seq, facts, at (ms), sealed, v:<scope>
-- KEYS[2] journal  stream  id <seq>-0; fields t (ms), n (fact number, 0: not a fact), d (JSON)
-- KEYS[3] clients  hash    client -> "<n>:<seq>" of its last accepted append
-- KEYS[4] outbox   stream  fields topic, key, n, s (seq), t (ms), d (envelope JSON without these)
-- KEYS[5..]        hash    unique indexes: field -> holder
--
-- ARGV: create 0|1, epoch drawn for a birth, incarnation (follows every epoch that is told),
--       live channel ('' = silent), Kafka record key, client, n, seal 0|1,
--       #guards (scope, version)*, #bumps (scope)*, #claims (KEYS index, field, holder)*,
--       #entries (journal JSON, topic or '' when it is no fact, envelope JSON)*
--
-- What forbids it is looked for in the order missing, seen, exists, sealed, conflict, taken.
-- Returns {'appended', epoch, first, last, at, facts} | {'seen', epoch, seq} | {'missing'} | {'sealed', epoch, seq}
--       | {'exists', epoch, seq} | {'conflict', scope, version} | {'taken', field, holder}
local cursor = 0
local function arg()
  cursor = cursor + 1
  return ARGV[cursor]
end

local create, drawn, incarnation, channel, key = arg() == '1', arg(), arg(), arg(), arg()
local client, n, seal = arg(), tonumber(arg()), arg() == '1'

local fields = {'epoch', 'seq', 'facts', 'at', 'sealed'}
local guards = {}
for i = 1, tonumber(arg()) do
  guards[i] = {arg(), tonumber(arg())}
  fields[5 + i] = 'v:' .. guards[i][1]
end

local head = redis.call('HMGET', KEYS[1], unpack(fields))
local born = head[1] or drawn
local epoch = born .. incarnation

if not head[1] and not create then return {'missing'} end
if head[1] then
  local last = redis.call('HGET', KEYS[3], client)
  if last then
    local colon = string.find(last, ':', 1, true)
    if n <= tonumber(string.sub(last, 1, colon - 1)) then
      return {'seen', epoch, tonumber(string.sub(last, colon + 1))}
    end
  end
  if create then return {'exists', epoch, tonumber(head[2])} end
  if head[5] then return {'sealed', epoch, tonumber(head[2])} end
end

local versions = {}
for i, guard in ipairs(guards) do
  local scope, version = guard[1], tonumber(head[5 + i] or '0')
  if version ~= guard[2] then return {'conflict', scope, version} end
  versions[scope] = version
end

local bumps = {}
for i = 1, tonumber(arg()) do bumps[i] = arg() end

local claims = {}
for i = 1, tonumber(arg()) do
  local index, field, holder = KEYS[tonumber(arg())], arg(), arg()
  local present = redis.call('HGET', index, field)
  if present and present ~= holder then return {'taken', field, present} end
  claims[i] = {index, field, holder}
end

local time = redis.call('TIME')
local at = math.max(time[1] * 1000 + math.floor(time[2] / 1000), tonumber(head[4] or '0'))
local stamp = string.format('%.0f', at)
local seq, facts = tonumber(head[2] or '0'), tonumber(head[3] or '0')
local first = seq + 1

local live = {}
for i = 1, tonumber(arg()) do
  local entry, topic, envelope = arg(), arg(), arg()
  local number = 0
  seq = seq + 1
  if topic ~= '' then
    facts = facts + 1
    number = facts
    redis.call('XADD', KEYS[4], '*', 'topic', topic, 'key', key, 'n', number, 's', seq, 't', stamp, 'd', envelope)
  end
  redis.call('XADD', KEYS[2], seq .. '-0', 't', stamp, 'n', number, 'd', entry)
  live[i] = entry
end

for _, claim in ipairs(claims) do redis.call('HSET', claim[1], claim[2], claim[3]) end
for _, scope in ipairs(bumps) do
  versions[scope] = (versions[scope] or tonumber(redis.call('HGET', KEYS[1], 'v:' .. scope) or '0')) + 1
end
local changed = {'seq', seq, 'at', stamp}
local function change(field, value)
  changed[#changed + 1] = field
  changed[#changed + 1] = value
end
if not head[1] then change('epoch', born) end
if not head[1] or facts ~= tonumber(head[3]) then change('facts', facts) end
for _, scope in ipairs(bumps) do change('v:' .. scope, versions[scope]) end
if seal then change('sealed', stamp) end
redis.call('HSET', KEYS[1], unpack(changed))
redis.call('HSET', KEYS[3], client, string.format('%.0f:%.0f', n, seq))
if channel ~= '' then
  redis.call('PUBLISH', channel, '{"epoch":"' .. epoch .. '","first":' .. first .. ',"last":' .. seq .. ',"at":' .. stamp
    .. ',"entries":[' .. table.concat(live, ',') .. ']}')
end
return {'appended', epoch, first, seq, at, facts}
