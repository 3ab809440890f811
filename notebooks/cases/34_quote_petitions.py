# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What do the law-based government reports say of petitions?
#
# Lines chosen by a reader from the sentences on petitions, with a working translation.

# %% tags=["hide-input"]
from support import analyse, keep_table, lines_shown, quoted

# %%
LINES = [
    "出台《关于进一步加强信访维稳工作责任制的实施意见》",
    "引导群众在法治框架内解决信访诉求",
    "防止进京越级访39批63人次",
    "严格落实领导包案制度",
    "先后成功劝返进京上访人员97批158人次",
    "突出领导包案",
    "今年以来园区无越级进京访,越级赴省访5批13人次",
    "没有很好的运用法治思维、法律工具来处理事情,而是抱着息事宁人的态度进行调解、协调",
]
analysis = analyse()
lines = quoted(analysis, LINES)
keep_table(lines, "petitions", show=lines_shown(analysis, lines))
