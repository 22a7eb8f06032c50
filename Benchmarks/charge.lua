-- wrk plays prepared requests in order, each one once, and writes down every answer.
-- arguments: the file of requests (method, path, cookie, body by tabs), the file of answers; "boucle" to start again at the end.
-- monotonic clock in seconds, from the C library: os.time has whole seconds only.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int, moment *);")
local moment = ffi.new("moment")
local function clock()
  ffi.C.clock_gettime(1, moment)
  return string.format("%.6f", tonumber(moment.seconds) + tonumber(moment.nanoseconds) / 1e9)
end

local requests, answers, position, loop = {}, nil, 0, false

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, cookie, body = line:match("([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)")
    local headers = { ["Cookie"] = cookie }
    if method == "POST" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  answers = io.open(arguments[2], "w")
  loop = arguments[3] == "boucle"
end

function request()
  position = position + 1
  if position > #requests then
    if not loop then wrk.thread:stop() end
    position = 1
  end
  return requests[position]
end

function response(status, headers)
  answers:write(status, "\t", headers["Location"] or headers["location"] or "", "\t", clock(), "\n")
  if not loop and position >= #requests then answers:flush() end
end
