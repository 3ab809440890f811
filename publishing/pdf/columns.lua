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

-- A Chinese character in widths of a Latin letter. Chinese can be broken anywhere, but what is
-- longer than a name is hard to read in lines of fewer than twelve characters, a name in lines of
-- fewer than six; where a table has no such room, both come down, and only then is it turned.
-- Words of English have what they need.
local WIDE = 2.2
local CHINESE, NAME = 12, 6
local NARROWER = { { 10, 6 }, { 8, 6 }, { 8, 4 } }
local SENTENCE = 14 * WIDE

-- How wide a text is, in widths of a Latin letter, and its widest part that is not to be broken.
local function widths(text)
  local total, widest, chinese = 0, 0, 0
  for _, piece in ipairs(columns.pieces(text)) do
    local part = 0
    for _, code in utf8.codes(piece[1]) do
      local wide = code >= 0x2E80
      local ends = code == 32 or part == WHOLE or piece[2] and ('/._?&=-'):find(utf8.char(code), 1, true)
      total = total + (wide and WIDE or 1)
      part = wide and WIDE or ends and 0 or part + 1
      widest = math.max(widest, part)
      chinese = chinese + (wide and WIDE or 0)
    end
  end
  return total, widest, chinese
end

-- Widths in letters of a table of full size; a table that needs more is set sideways. No table is
-- set in less than eight and a half points.
local PAGE, LANDSCAPE, SIZE = 104, 160, 0.96
local GAP = 2
-- A row of more lines than this may be broken across pages.
local TALL = 20

-- The room of each column: what it needs where that is no more than a fair share of what is left;
-- the others share the rest by weight, none less than its least. Gives the columns that share.
local function shares(full, least, weight, room)
  local width, open, sharing = {}, {}, {}
  for column = 1, #full do open[column], sharing[column] = true, true end
  local function left_for(columns_left)
    local left, count, weights = room, 0, 0
    for column = 1, #full do
      left = left - (width[column] or 0)
      if columns_left[column] then count, weights = count + 1, weights + weight[column] end
    end
    return left, count, weights
  end
  local function settle(fixed)
    repeat
      local settled = true
      local left, count, weights = left_for(open)
      for column = 1, #full do
        local fixes = open[column] and fixed(column, left, count, weights)
        if fixes then
          width[column], open[column], settled = fixes, nil, false
          break
        end
      end
    until settled
  end
  settle(function(column, left, count)
    if full[column] > left / count then return nil end
    sharing[column] = nil
    return full[column]
  end)
  settle(function(column, left, _, weights)
    return left * weight[column] / weights < least[column] and least[column] or nil
  end)
  local left, _, weights = left_for(open)
  for column in pairs(open) do width[column] = left * weight[column] / weights end
  return width, sharing
end

-- Typst's widths, the size of the type, whether the page is turned, and the rows that may break.
function columns.layout(cells, count)
  local full, widest, chinese, weight = {}, {}, {}, {}
  for column = 1, count do
    local cubes = 0
    full[column], widest[column], chinese[column] = 1, 0, 0
    for _, row in ipairs(cells) do
      local total, word, characters = widths(row[column] or '')
      full[column] = math.max(full[column], total + GAP)
      widest[column] = math.max(widest[column], word)
      chinese[column] = math.max(chinese[column], characters)
      cubes = cubes + total ^ 3
    end
    -- With widths of these proportions the sum of the cubes of all cells' lines is least, so that
    -- the tallest cells, which make the rows, count most.
    weight[column] = cubes ^ 0.25
  end
  local function needs(of_chinese, of_names)
    local least, needed = {}, 0
    for column = 1, count do
      local wanted = WIDE * (chinese[column] < SENTENCE and of_names or of_chinese)
      -- Sentences of English need the width of those of Chinese beside them.
      local prose = full[column] > 3 * CHINESE * WIDE and WIDE * of_chinese or 0
      least[column] = math.max(widest[column], prose, math.min(chinese[column], wanted)) + GAP
      needed = needed + least[column]
    end
    return least, needed
  end
  local size = SIZE
  local least, needed = needs(CHINESE, NAME)
  for _, narrower in ipairs(NARROWER) do
    if needed > PAGE / size then least, needed = needs(table.unpack(narrower)) end
  end
  local landscape = needed > PAGE / size
  if landscape then least = needs(CHINESE, NAME) end
  local width, sharing = shares(full, least, weight, (landscape and LANDSCAPE or PAGE) / size)
  local specified, tall = {}, {}
  for column = 1, count do
    specified[column] = sharing[column] and string.format('%.1ffr', width[column]) or 'auto'
  end
  for number, row in ipairs(cells) do
    for column = 1, count do
      tall[number] = tall[number] or widths(row[column] or '') > TALL * width[column]
    end
  end
  return specified, size, landscape, tall
end

return columns
