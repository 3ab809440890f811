-- What pandoc leaves out on the way to Typst: alternative texts, languages, anchors, notes.

local function quoted(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('[\r\n]+', ' ') .. '"'
end

local function raw(text)
  return pandoc.RawInline('typst', text)
end

local function inlines_as_typst(inlines)
  local text = pandoc.write(pandoc.Pandoc({ pandoc.Plain(inlines) }), 'typst')
  return (text:gsub('%s+$', ''))
end

function Image(image)
  local alt = pandoc.utils.stringify(image.caption)
  return raw('#fitted-image(' .. quoted(image.src) .. ', ' .. quoted(alt) .. ')')
end

function Math(math)
  local block = math.mathtype == 'DisplayMath' and 'true' or 'false'
  local typst = inlines_as_typst({ pandoc.Math('InlineMath', math.text) })
  return raw('#math.equation(block: ' .. block .. ', alt: ' .. quoted(math.text) .. ', ' .. typst .. ');')
end

function Span(span)
  if span.classes:includes('footnote') then
    return pandoc.Note({ pandoc.Para(span.content) })
  end
  local out = pandoc.List()
  if span.identifier ~= '' then
    out:insert(raw('#metadata(none)<' .. span.identifier .. '>'))
  end
  local lang = span.attributes.lang
  if lang and lang:match('^zh') then
    out:insert(raw('#text(lang: "zh")['))
    out:extend(span.content)
    out:insert(raw('];'))
  else
    out:extend(span.content)
  end
  return out
end

function Div(div)
  local out = pandoc.List()
  if div.identifier ~= '' then
    out:insert(pandoc.RawBlock('typst', '#metadata(none)<' .. div.identifier .. '>'))
  end
  if div.classes:includes('admonition') then
    out:insert(pandoc.RawBlock('typst', '#admonition['))
    out:extend(div.content)
    out:insert(pandoc.RawBlock('typst', ']'))
  else
    out:extend(div.content)
  end
  return out
end
