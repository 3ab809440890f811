-- How wide the columns of a table are set, and in which size.

local columns = {}

-- Checksums, addresses, names of files: what is divided only at its marks, if it has any.
local LONG, WHOLE = 25, 64

-- The text piece by piece, each with whether it is such a word.
function columns.pieces(text)
  local found, start = {}, 1
  for from, run, after in text:gmatch('()([\33-\126]+)()') do
    if #run >= LONG then
      table.insert(found, { text:sub(start, from - 1), false })
      table.insert(found, { run, true })
      start = after
    end
  end
  table.insert(found, { text:sub(start), false })
  return found
end

-- Chinese can be broken anywhere, but is not read in lines of fewer characters than this.
local CHINESE = 14

-- How wide a text is, in widths of a Latin letter, and its widest part that is not to be broken.
local function widths(text)
  local total, widest, chinese = 0, 0, 0
  for _, piece in ipairs(columns.pieces(text)) do
    local part = 0
    for _, code in utf8.codes(piece[1]) do
      local wide = code >= 0x2E80
      local ends = code == 32 or part == WHOLE or piece[2] and ('/._?&=-'):find(utf8.char(code), 1, true)
      total = total + (wide and 2 or 1)
      part = wide and 2 or ends and 0 or part + 1
      widest = math.max(widest, part)
      chinese = chinese + (wide and 2 or 0)
    end
  end
  return total, math.max(widest, math.min(chinese, CHINESE))
end

-- Widths in letters of a full-sized table; a table that needs more is set smaller or sideways.
local PAGE, LANDSCAPE, SMALL, SMALLEST = 104, 160, 0.9, 0.76
local GAP = 2
-- A row of more lines than this may be broken across pages.
local TALL = 20

-- The room of each column: what it needs where that is no more than a fair share of what is left;
-- the others share the rest, the longer ones more, but never in proportion.
local function shares(full, least, room)
  local width, open = {}, {}
  for column = 1, #full do open[column] = true end
  local settled
  repeat
    settled = true
    local left, count = room, 0
    for column = 1, #full do
      left = left - (width[column] or 0)
      if open[column] then count = count + 1 end
    end
    for column = 1, #full do
      if open[column] and full[column] <= left / count then
        width[column], open[column], settled = full[column], nil, false
        break
      end
    end
  until settled
  local left, weights = room, 0
  for column = 1, #full do
    left = left - (width[column] or 0)
    if open[column] then weights = weights + full[column] ^ 0.6 end
  end
  for column = 1, #full do
    if open[column] then width[column] = math.max(least[column], left * full[column] ^ 0.6 / weights) end
  end
  return width, open
end

-- Typst's widths, the size of the type, whether the page is turned, and the rows that may break.
function columns.layout(cells, count)
  local full, least = {}, {}
  for column = 1, count do
    full[column], least[column] = 1, 1
    for _, row in ipairs(cells) do
      local total, widest = widths(row[column] or '')
      full[column] = math.max(full[column], total + GAP)
      least[column] = math.max(least[column], widest + GAP)
    end
  end
  local needed = 0
  for column = 1, count do needed = needed + least[column] end
  local size, landscape = SMALL, needed > PAGE / SMALLEST
  if needed > PAGE / SMALL then size = SMALLEST end
  local width, open = shares(full, least, (landscape and LANDSCAPE or PAGE) / size)
  local specified, tall = {}, {}
  for column = 1, count do
    specified[column] = open[column] and string.format('%.1ffr', width[column]) or 'auto'
  end
  for number, row in ipairs(cells) do
    for column = 1, count do
      tall[number] = tall[number] or widths(row[column] or '') > TALL * width[column]
    end
  end
  return specified, size, landscape, tall
end

return columns
