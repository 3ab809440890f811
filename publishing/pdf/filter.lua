-- What pandoc leaves out on the way to Typst: alternative texts, languages, anchors, notes,
-- and tables that fit the page. Text becomes string literals wherever it holds more than words,
-- so that nothing in it can be read as markup of Typst.

local columns = dofile(pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), 'columns.lua' }))

-- Not smart: quotation marks are those of the text.
local WRITER = 'typst-smart'

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
  local text = pandoc.write(pandoc.Pandoc(blocks), WRITER, pandoc.WriterOptions({ wrap_text = 'none' }))
  text = text:gsub('^%s+', ''):gsub('%s+$', '')
  -- Of a list every line counts from the column of its first mark.
  return text:find('\n') and '\n' .. text .. '\n' or text
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

-- The text of each cell, by table, row and column, for the widths of columns.
local texts = pandoc.List()

local function rows_of(tbl)
  local rows = pandoc.List(tbl.head.rows):clone()
  for _, body in ipairs(tbl.bodies) do
    rows:extend(body.head)
    rows:extend(body.body)
  end
  return rows
end

-- What a cell holds goes into its first column, the others that it spans stay empty.
local function cells_of(row, convert)
  local cells = {}
  for _, cell in ipairs(row.cells) do
    table.insert(cells, convert(cell.contents))
    for _ = 2, cell.col_span do table.insert(cells, '') end
  end
  return cells
end

-- The number of an exhibit, ``Table 4.2``, and the first words of its caption.
local function named(caption)
  local name, rest = nil, pandoc.List()
  for _, inline in ipairs(pandoc.utils.blocks_to_inlines(caption)) do
    if inline.t == 'Strong' and not name then
      name = pandoc.utils.stringify(inline):gsub('%s+$', '')
    else
      rest:insert(inline)
    end
  end
  local title = pandoc.utils.stringify(pandoc.Inlines(rest)):match('^%s*([^.:;(]*)')
  return name, (title:gsub('%s+$', ''))
end

-- What the lists of figures and tables are made of.
local function listed(kind, name, title)
  return '#metadata((kind: "' .. kind .. '", name: ' .. quoted(name) .. ', title: ' .. quoted(title) .. '))<exhibit>'
end

-- The numbers and titles of tables, as they stand in the texts.
local titles = pandoc.List()

function first.Table(tbl)
  titles:insert({ named(tbl.caption.long) })
  texts:insert(rows_of(tbl):map(function(row) return cells_of(row, pandoc.utils.stringify) end))
end

function first.Figure(figure)
  local name, title = named(figure.caption.long)
  if name then
    return { block(listed('figure', name, title)), figure }
  end
end

-- A paragraph that holds a checksum or an address is not justified: its lines would be torn.
function first.Para(para)
  if #columns.pieces(pandoc.utils.stringify(para)) > 1 then
    return pandoc.Div({ para }, { class = 'ragged' })
  end
end

-- Few words before a table or code stay with it.
local FEW = 300

function first.Blocks(blocks)
  for number = 1, #blocks - 1 do
    local here, after = blocks[number], blocks[number + 1].t
    local leads = (here.t == 'Para' or here.t == 'Plain') and #pandoc.utils.stringify(here) < FEW
    if leads and (after == 'Table' or after == 'CodeBlock') then
      blocks[number] = pandoc.Div({ here }, { class = 'leads' })
    end
  end
  return blocks
end

-- Second pass: words.

local second = {}

function second.Str(str)
  local pieces = columns.pieces(str.text)
  if #pieces > 1 then
    return pandoc.List(pieces):map(function(piece)
      return raw((piece[2] and '#divided(' or '#(') .. quoted(piece[1]) .. ');')
    end)
  end
  local plain = str.text:match('^[%a%d\128-\255]+[,.;:]?$') and not str.text:match('^%d+[.]$')
  if not plain then
    return raw('#' .. quoted(str.text) .. ';')
  end
end

function second.Code(code)
  local typst = 'raw(' .. quoted(code.text) .. ')'
  return raw('#' .. (#columns.pieces(code.text) > 1 and 'divided(' .. typst .. ')' or typst) .. ';')
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
  if span.attributes.number then
    out:insert(raw('#sentence-number("' .. span.attributes.number .. '")['))
    out:extend(span.content)
    out:insert(raw('];'))
    return out
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
  if div.classes:includes('chapter-end') then
    return block(div.classes:includes('part-end') and '#place.flush()' or '#chapter-end')
  end
  if div.classes:includes('halves') then
    local figures = pandoc.List(div.content):filter(function(part) return part.t == 'Figure' end)
    local marks = pandoc.List(div.content):filter(function(part) return part.t ~= 'Figure' end)
    local cells = figures:map(function(figure) return '[' .. as_typst({ figure }) .. ']' end)
    marks:insert(block('#halves' .. table.concat(cells)))
    return marks
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
  elseif div.classes:includes('ragged') then
    wrapper = '#ragged['
  elseif div.classes:includes('leads') then
    wrapper = '#leads['
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

function third.Figure(figure)
  if figure.classes:includes('high') then
    return { block('#high['), figure, block(']') }
  end
end

local function is_number(text)
  return text:match('^[%d%s.,%%–−+/()-]*$') ~= nil and not text:match('%d%d%d%d%-%d')
end

function third.Table(tbl)
  local own, rows, heads = table.remove(texts, 1), rows_of(tbl), #tbl.head.rows
  local name, title = table.unpack(table.remove(titles, 1), 1, 2)
  local count = #tbl.colspecs
  local specified, size, landscape, tall = columns.layout(own, count)
  local aligned = {}
  for column = 1, count do
    local numeric = #rows > heads
    for number = heads + 1, #rows do
      numeric = numeric and is_number(own[number][column] or '')
    end
    aligned[column] = numeric and 'right' or 'left'
  end
  local function set(first_row, last_row)
    local out = {}
    for number = first_row, last_row do
      local made = cells_of(rows[number], as_typst)
      for column = 1, count do
        local wrapper = number > heads and tall[number] and 'table.cell(breakable: true)' or ''
        table.insert(out, wrapper .. '[' .. (made[column] or '') .. '],')
      end
    end
    return table.concat(out, ' ')
  end
  local caption = as_typst(tbl.caption.long)
  local call = {
    '#set-table(',
    'columns: (' .. table.concat(specified, ', ') .. ',), ',
    'alignment: (' .. table.concat(aligned, ', ') .. ',), ',
    'size: ' .. size .. ', landscape: ' .. tostring(landscape) .. ', ',
    'caption: ' .. (caption ~= '' and '[' .. caption .. ']' or 'none') .. ', ',
    name and 'name: ' .. quoted(name) .. ', ' or '',
    'head: (' .. set(1, heads) .. '), ',
    'rows: (' .. set(heads + 1, #rows) .. '))',
  }
  local label = tbl.identifier ~= '' and anchor(tbl.identifier) .. '\n' or ''
  if name then label = label .. listed('table', name, title) .. '\n' end
  return block(label .. table.concat(call))
end

return { first, second, third }
