-- What pandoc leaves out on the way to Typst: alternative texts, languages, anchors, notes,
-- and tables that fit the page. Text becomes string literals wherever it holds more than words,
-- so that nothing in it can be read as markup of Typst.

local function quoted(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('[\r\n]+', ' ') .. '"'
end

local function raw(text)
  return pandoc.RawInline('typst', text)
end

local function block(text)
  return pandoc.RawBlock('typst', text)
end

local function anchor(identifier)
  return '#metadata(none)<' .. identifier .. '>'
end

-- Most cells and headings hold a few words: pandoc's writer is asked only for the rest.
local function few_words(blocks)
  if #blocks ~= 1 or not (blocks[1].t == 'Plain' or blocks[1].t == 'Para') then
    return #blocks == 0 and '' or nil
  end
  local out = {}
  for _, inline in ipairs(blocks[1].content) do
    if inline.t == 'Str' then
      table.insert(out, inline.text)
    elseif inline.t == 'Space' or inline.t == 'SoftBreak' then
      table.insert(out, ' ')
    elseif inline.t == 'RawInline' and inline.format == 'typst' then
      table.insert(out, inline.text)
    else
      return nil
    end
  end
  return table.concat(out)
end

local function as_typst(blocks)
  local words = few_words(blocks)
  if words then
    return words
  end
  local text = pandoc.write(pandoc.Pandoc(blocks), 'typst')
  return (text:gsub('^%s+', ''):gsub('%s+$', ''))
end

local function inlines_as_typst(inlines)
  return as_typst({ pandoc.Plain(inlines) })
end

local function is_chinese(attributes)
  local lang = attributes.lang
  return lang and lang:match('^zh')
end

-- First pass: elements that need their text as text.

local first = {}

function first.Image(image)
  local alt = pandoc.utils.stringify(image.caption)
  return raw('#fitted-image(' .. quoted(image.src) .. ', ' .. quoted(alt) .. ');')
end

function first.Math(math)
  local display = math.mathtype == 'DisplayMath' and 'true' or 'false'
  local typst = inlines_as_typst({ pandoc.Math('InlineMath', math.text) })
  return raw('#math.equation(block: ' .. display .. ', alt: ' .. quoted(math.text) .. ', ' .. typst .. ');')
end

-- Second pass: words.

local second = {}

function second.Str(str)
  local plain = str.text:match('^[%a%d\128-\255]+[,.;:]?$') and not str.text:match('^%d+[.]$')
  if not plain then
    return raw('#' .. quoted(str.text) .. ';')
  end
end

function second.Code(code)
  return raw('#raw(' .. quoted(code.text) .. ');')
end

-- Third pass: structure.

local third = {}

function third.Span(span)
  if span.classes:includes('footnote') then
    return pandoc.Note({ pandoc.Para(span.content) })
  end
  local out = pandoc.List()
  if span.identifier ~= '' then
    out:insert(raw(anchor(span.identifier)))
  end
  if is_chinese(span.attributes) then
    out:insert(raw('#zh['))
    out:extend(span.content)
    out:insert(raw('];'))
  else
    out:extend(span.content)
  end
  return out
end

function third.Header(header)
  local options = 'level: ' .. header.level
  if header.classes:includes('unlisted') then
    options = options .. ', outlined: false, bookmarked: true'
  end
  local call = '#heading(' .. options .. ')['
  if header.classes:includes('part') then
    call = '#part['
  elseif header.classes:includes('running') then
    call = '#running-title['
  end
  local label = header.identifier ~= '' and ' ' .. anchor(header.identifier) or ''
  return block(call .. inlines_as_typst(header.content) .. ']' .. label)
end

function third.DefinitionList(list)
  local items = {}
  for _, item in ipairs(list.content) do
    local definitions = {}
    for _, definition in ipairs(item[2]) do
      table.insert(definitions, as_typst(definition))
    end
    table.insert(items, 'terms.item([' .. inlines_as_typst(item[1]) .. '], [' ..
      table.concat(definitions, '\n\n') .. '])')
  end
  return block('#definitions(' .. table.concat(items, ', ') .. ')')
end

function third.Div(div)
  local out = pandoc.List()
  if div.identifier ~= '' then
    out:insert(block(anchor(div.identifier)))
  end
  local wrapper
  if div.classes:includes('rp') then
    wrapper = '#numbered("' .. div.attributes.number .. '")['
  elseif div.classes:includes('admonition') then
    wrapper = '#admonition['
  elseif div.classes:includes('aside') then
    wrapper = '#around['
  elseif div.classes:includes('facts') then
    wrapper = '#facts['
  elseif div.classes:includes('citation') then
    wrapper = '#reference['
  elseif is_chinese(div.attributes) then
    wrapper = '#zh['
  end
  if wrapper then
    out:insert(block(wrapper))
  end
  out:extend(div.content)
  if wrapper then
    out:insert(block(']'))
  end
  return out
end

-- How wide a text is, in widths of a Latin letter, and its widest part that cannot be broken.
local function widths(text)
  local total, word, widest = 0, 0, 0
  for _, code in utf8.codes(text) do
    local wide = code >= 0x2E80
    total = total + (wide and 2 or 1)
    if wide or code == 32 or code == 0x200B then
      word = wide and 2 or 0
    else
      word = word + 1
    end
    widest = math.max(widest, word)
  end
  return total, widest
end

-- The text of a cell that the second pass may have turned into Typst already.
local function plain_text(typst)
  local text = typst:gsub('#link%b()', ''):gsub('#metadata%b()%b<>', ''):gsub('#zh', ''):gsub('#"', '')
  return (text:gsub('[%[%]"\\;]', ''))
end

local PAGE, LANDSCAPE, SMALL, SMALLEST = 100, 152, 0.86, 0.74

local function columns(cells, count)
  local full, least = {}, {}
  for column = 1, count do
    full[column], least[column] = 1, 1
    for _, row in ipairs(cells) do
      local total, widest = widths(plain_text(row[column] or ''))
      full[column] = math.max(full[column], total)
      least[column] = math.max(least[column], widest)
    end
  end
  local sum_full, sum_least = 0, 0
  for column = 1, count do
    sum_full, sum_least = sum_full + full[column] + 3, sum_least + least[column] + 3
  end
  local size, landscape = 1, false
  if sum_full > PAGE then size = SMALL end
  if sum_least > PAGE / SMALL then size = SMALLEST end
  if sum_least > PAGE / SMALLEST then landscape = true end
  local room = (landscape and LANDSCAPE or PAGE) / size
  local specified = {}
  for column = 1, count do
    if sum_full <= room or full[column] <= 18 then
      specified[column] = 'auto'
    else
      -- Long columns share what is left, the longer ones more, but never in proportion.
      specified[column] = string.format('%.1ffr', math.max(full[column] ^ 0.6, least[column] ^ 0.9))
    end
  end
  return specified, size, landscape
end

local function is_number(text)
  return text:match('^[%d%s.,%%–−+/()-]*$') ~= nil and not text:match('%d%d%d%d%-%d')
end

function third.Table(tbl)
  local rows, head = {}, {}
  local function read(row, into)
    local cells = {}
    for _, cell in ipairs(row.cells) do
      table.insert(cells, as_typst(cell.contents))
      for _ = 2, cell.col_span do table.insert(cells, '') end
    end
    table.insert(into, cells)
  end
  for _, row in ipairs(tbl.head.rows) do read(row, head) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.head) do read(row, rows) end
    for _, row in ipairs(body.body) do read(row, rows) end
  end
  local count = #tbl.colspecs
  local all = pandoc.List(head):clone()
  all:extend(rows)
  local specified, size, landscape = columns(all, count)
  local aligned = {}
  for column = 1, count do
    local numeric = #rows > 0
    for _, row in ipairs(rows) do
      numeric = numeric and is_number(plain_text(row[column] or ''))
    end
    aligned[column] = numeric and 'right' or 'left'
  end
  local function cells(list)
    local out = {}
    for _, row in ipairs(list) do
      for column = 1, count do
        table.insert(out, '[' .. (row[column] or '') .. ']')
      end
    end
    return table.concat(out, ', ')
  end
  local caption = as_typst(tbl.caption.long)
  local call = {
    '#set-table(',
    'columns: (' .. table.concat(specified, ', ') .. ',), ',
    'alignment: (' .. table.concat(aligned, ', ') .. ',), ',
    'size: ' .. size .. ', landscape: ' .. tostring(landscape) .. ', ',
    'caption: ' .. (caption ~= '' and '[' .. caption .. ']' or 'none') .. ', ',
    'head: (' .. cells(head) .. (#head > 0 and ',' or '') .. '), ',
    'rows: (' .. cells(rows) .. (#rows > 0 and ',' or '') .. '))',
  }
  local label = tbl.identifier ~= '' and anchor(tbl.identifier) .. '\n' or ''
  return block(label .. table.concat(call))
end

return { first, second, third }
