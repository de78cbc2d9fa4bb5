-- Drives `casus lsp` with neovim's own client, and prints what its user would see. CASUS_LSP holds the command, a word a
-- line; the text is the first buffer. Ends with status 1 where the server does not answer.
local command = vim.split(os.getenv("CASUS_LSP"), "\n")
local buffer = vim.api.nvim_get_current_buf()
local patience = 60000

local function say(text)
  io.stdout:write(text .. "\n")
end

local function fail(what)
  io.stdout:write("no answer: " .. what .. "\n")
  vim.cmd("cquit")
end

local function show(line)
  say(string.format("  %2d | %s", line + 1, vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]))
end

-- The cursor goes to a word, as a search would take it there.
local function go(word)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.fn.search("\\V" .. word, "c")
end

local client = vim.lsp.start_client({ name = "casus", cmd = command, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, client)

local function ask(method, extra)
  local parameters = vim.tbl_extend("force", vim.lsp.util.make_position_params(), extra or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, parameters, patience)
  local answer = answers and answers[client]
  if not answer or answer.err then
    fail(method .. " " .. vim.inspect(answer))
  end
  return answer.result
end

local function errors()
  return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
end

say(":edit agreement.casus")
if not vim.wait(patience, function() return #errors() > 0 end, 20) then
  fail("diagnostics")
end
for _, error in ipairs(errors()) do
  show(error.lnum)
  say("     | error " .. error.code .. ": " .. vim.split(error.message, "\n")[1])
end

say("")
say("the name is mended")
go("Comission")
vim.cmd("normal! cwCommission")
if not vim.wait(patience, function() return #errors() == 0 end, 20) then
  fail("diagnostics after a change")
end
show(vim.api.nvim_win_get_cursor(0)[1] - 1)
say("     | no errors")

say("")
say("K on `warn`")
go("warn")
for _, line in ipairs(vim.split(ask("textDocument/hover").contents.value, "\n")) do
  if line ~= "" then
    say("     | " .. line)
  end
end

say("")
say("gd on `violation`")
go("violation by Russia")
show(ask("textDocument/definition").range.start.line)

say("")
say("rename `violation` to `incursion`")
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", { newName = "incursion" }), "utf-16")
for line, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
  if text:find("incursion") then
    show(line - 1)
  end
end

say("")
say(":lua vim.lsp.buf.formatting()")
vim.lsp.util.apply_text_edits(ask("textDocument/formatting", { options = { tabSize = 2, insertSpaces = true } }), buffer, "utf-16")
show(14)

say("")
say("after `Poland shall `")
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "  Poland shall " })
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(buffer), 14 })
local offered = {}
for _, item in ipairs(ask("textDocument/completion", { position = { line = 15, character = 15 } })) do
  offered[item.label] = true
end
for _, word in ipairs({ "not", "jointly", "assist", "warn" }) do
  say("     | " .. (offered[word] and word or "missing: " .. word))
end

vim.lsp.stop_client(client)
vim.wait(patience, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd("qall!")
