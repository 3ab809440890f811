"""What pages carry beside the report: navigation, page numbers, catalogue cards, annexes.

All patterns are matched against one line, folded.
"""

from __future__ import annotations

import re

_SHORT = 120  # a line of chrome is rarely longer, and hardly ever holds a full stop


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# Words that mark a line without full stop as part of the web page.
_CHROME = _any(
    r"当前(?:的?位置|栏目)|(?:您|你)?(?:现在)?(?:所在|的)+位置|^(?:您|你)(?:现在)?在",
    r"(?:^|[ >|›»→/])(?:网站)?首页(?:$|[ >|›»→/-])|返回(?:首页|顶部|列表|上页|主页)",
    r"设为首页|加入收藏|收藏本[站页文]|(?:网站|站点)地图|联系我们|关于(?:我们|本站)",
    r"无障碍|长者(?:模式|版|助手|浏览)|适老|老年(?:模式|版)|关怀版|^简体|繁[体體]|^(?:登[录陆]|注册)",
    r"English|EN$|RSS|手机版|移动版|电脑版|微信|微博|客户端|公众号|小程序|扫一扫|扫码|二维码",
    r"分享(?:到|至|:|$)|^分享|一键分享|打印|关闭(?:窗口|本页|页面|此页)?[\]】 )]*$",
    r"字[号体](?:大小)?[:\[ 【(]|字[号体]$|\[? ?大 ?[|/ ]? ?中 ?[|/ ]? ?小 ?\]?",
    r"(?:浏览|阅读|点击|访问|累计|下载)(?:次数?|量|数|率|人次)|阅读:|浏览:|点击:|人觉得有用",
    r"[上下]一?[篇条页](?:[: ]|$)|没有了$|^(?:标签|关键[词字]|tags?)[: ]|^标签$",
    r"^(?:责任?编辑|编辑|审核|校对|供稿|录入|初审|终审|复审|审签|作者|责编|监制|摄影)[:( ]",
    r"\((?:责任?编辑|责编|编辑|作者|供稿)[: ]|版权所有|[Cc]opyright|©|ICP备|公网?安备",
    r"网站标识码|政府网站找错|^(?:主办|承办|协办|维护|建设|运维|制作)(?:单位|维护|部门)?[: ]",
    r"技术支持[: ]|^(?:地址|邮编|电话|传真|邮箱|填报(?:人|日期)|单位负责人)[: ]",
    r"^联系(?:人|电话|方式|地址)[: ]",
    r"热门(?:搜索|推荐|文章|新闻)|最近搜索|热搜|友情链接|网站声明|隐私(?:声明|政策|保护)|免责声明",
    r"网站(?:公告|导航|管理)|今天是|星期[一二三四五六日天]|农历|天气预报|选择(?:特殊符号|搜索类型)",
    r"我要(?:纠错|收藏|打印|分享|留言|咨询)|^纠错|^收藏|^导航|^搜索|请输入|验证码",
    r"高级(?:搜索|检索)|智能(?:问答|搜索|机器人)|站内搜索|全文检索|关注(?:我们)?$|^关注",
    r"(?:附件|文件|全文|文档|正文|pdf|PDF|word)下载|^下载|放大|缩小|默认字体|朗读",
    r"语音播报|背景色|辅助线",
    r"^(?:政务|新闻|信息|专题|互动|服务|走进|魅力)[^,。:]{0,4} +(?:政务|新闻|信息|专题|互动|服务)",
)
# Sentences that belong to the page and not to any report.
_PAGE_SENTENCE = _any(
    r"您(?:访问|查看|浏览|打开)的|是否继续|(?:请|建议)(?:您)?使用.{0,20}浏览器|浏览器(?:版本|不支持)",
    r"javascript|JavaScript|欢迎(?:您|访问|光临|来到)|页面(?:不存在|已|正在)|无法(?:显示|访问)",
    r"正在加载|加载中|网络不给力|本(?:网站|站|网)(?:由|支持|所|内容|声明|信息)|未经(?:授权|许可|书面)",
    r"转载请|(?:文章|版权).{0,12}归.{0,12}所有|网站(?:由|支持IPv6)|即将(?:离开|打开)",
    r"(?:请|需)(?:先)?登[录陆]|扫一扫|扫描(?:上方|下方|二维码)|长按|您好[,!]|该(?:页面|文章)|抱歉",
    r"点击(?:这里|此处|上方|右上角|下方|查看|进入|下载)",
    r"如(?:果)?您?(?:有|对).{0,12}(?:网站|页面|栏目).{0,12}(?:意见|建议|问题)",
    r"ICP备|公网安备|版权所有|网站标识码|主办单位:|承办单位:|技术支持:",
)
_PAGE_NUMBER = _any(
    r"[-—–－_·•]+ ?\d{1,3} ?[-—–－_·•]+",
    r"第 ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?页"
    r"(?:[ ,/]*共 ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?页)?",
    r"共 ?\d{1,3} ?页|\d{1,3} ?/ ?\d{1,3}|[Pp]age ?\d{1,3}(?: of \d{1,3})?|[Pp]\. ?\d{1,3}",
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_CARD = re.compile(
    r"[•·▪◆■□\[【 ]*(?:"
    r"索 *引 *号|信息索引|组配分类|主 *题 *分 *类|体裁分类|服务对象|信息分类|信息类别|公文种类"
    r"|文件类型|发布机构|发文机[关构]|制发机[关构]|发布单位|责任部门|信息来源|信息名称|信息所属单位|文章来源"
    r"|稿件来源"
    r"|公开(?:主体|机构|方式|类型|范围|时限|日期|程序|责任部门)|来 *源|发布(?:时间|日期|人|者|文号)"
    r"|发文(?:时间|日期|字号|文号)|(?:成文|生效|印发|更新|失效|废止)(?:时间|日期)|生成日期|创建时间|录入时间"
    r"|有效性|时 *效(?:性)?|文 *号|文件编号|登记号|统一编号|名 *称|标 *题|内 *容 *概 *述|内容摘要"
    r"|主 *题 *词|关 *键 *[词字]|分 *类|主题导航|所属(?:栏目|主题)|信息格式|语 *种"
    r"|点击(?:量|数|率)|浏览次数"
    r") *(?:[\]】|:]|$| )"
)
_SOURCE = _any(
    r"^[\[【(]?(?:文章|信息|稿件|新闻)?(?:来 ?源|来自|作者|出处)[: ]",
    r"^(?:发布|更新|发表|录入|创建|上传|日期|时间|更新于|发布于)[^,。]{0,4}[: ]? ?\d{4}",
    r"发布(?:时间|日期)|更新(?:时间|日期)|^日期[: ]|^时间[: ]",
    r"^[^,。:]{2,12}(?:[日晚时晨周]报|政报|公报|新闻网|政府网|网讯|发布)[ :|,]*\d{4} ?[-年/.]",
    r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?(?: |$)",
)
_CLOCK = re.compile(r"今天是|星期[一二三四五六日天]|农历|欢迎")
_ANNEX = _any(
    r"[\[【(<《]?(?:附件|附表|附录|附图|附 ?:)(?:[\d一二三四五六]{0,2} ?[:.、)\]】]?.{0,80})?$",
    r".{0,24}(?:名词|用语|术语|概念|词语|词汇|缩略语|简称|指标|数据|口径|统计|测算)(?:测算|计算|口径|指标)?"
    r"(?:解释|注释|注解|释义|说明|阐释|对照)[\]】):]*$|(?:注释|缩略语|\[?注\]?|参考资料):?$",
    r"[\[【(<]*(?:相关|关联|延伸|推荐|更多|热点|最新|热门|精彩)"
    r"(?:阅读|链接|新闻|文章|稿件|报道|信息|解读|文档|推荐|附件|文件|内容|资讯|专题|动态)[\]】)>:]*.{0,30}$",
    r"(?:为您|猜你|相关)推荐|猜你喜欢|友情链接",
    r".{0,50}(?:统计|汇总|明细|一览)表(?:[(:].{0,14})?$",
)
_AFTER = re.compile(
    r"[\[【(<]*(?:扫一扫|扫描二维码|分享(?:到|至|:|$)|责任?编辑[: ]|责编[: ]|编辑[: ]"
    r"|打印(?:本页|此页|本文|文章|页面|[\]】) ]|$)|关闭(?:窗口|本页|此页|页面|[\]】) ]|$)"
    r"|[上下]一?[篇条页](?:[: ]|$)|标签(?:[: ]|$)|版权所有|主办(?:单位)?:|承办(?:单位)?:|网站声明"
    r"|友情链接|返回顶部|我要纠错|纠错$|收藏$)"
)
_NOTICE = re.compile(
    r"[\[【(<*]*(?:(?:免责|版权|特别|网站|郑重)声明[\]】:]|凡(?:本网|注明)|转载(?:请|自|于)|原文(?:链接|地址)|本文(?:来源|链接))"
)
_GLUED = re.compile(
    r"[\[【(]*(?:扫一扫|扫描二维码|分享到|责任?编辑|责编|编辑:|打印|关闭|[上下]一[篇条页]|标签:"
    r"|版权所有|主办单位|返回顶部|我要纠错|来源:|文章来源)"
)
# The rows of the table that disclosure reports of all organs have had to contain since 2019.
_FORM_ROW = re.compile(
    r"(?:[一二三四]、|\([一二三四五六七八]\)|\d{1,2}\.|\()? ?(?:"
    r"第二十条第|信息内容|本年(?:新?制[发作]|处理决定|度?办理结果|收费|废止|新收政府信息公开)|本年新?公开"
    r"|现行有效件?数|对外公开总数|历年公开|处理决定数量|上一年项目|本年增|采购项目数量|采购总金额"
    r"|本?列数据的勾稽关系|申请人情况|法人或其他组织|商业企业|科研机构|社会公益组织|法律服务机构"
    r"|上年结转政府信息|予以公开$|部分公开(?:\(|$)|不予公开$|属于国家秘密|其他法律行政法规禁止"
    r"|危及\"?三安全|保护第三方合法|属于三类内部|属于四类过程|属于行政执法案卷|属于行政查询"
    r"|无法提供$|本机关不掌握|没有现成信息|补正后申请内容|不予处理$|信访举报投诉类|重复申请$"
    r"|要求提供公开出版物|无正当理由大量反复|要求行政机关确认或|其他处理$|申请人无正当理由|申请人逾期未"
    r"|总计$|结转下年度|未经复议直接|复议后起诉|结果维持|结果纠正|其他结果|尚未审结|其他对外管理服务)"
    r"|(?:其他|自然人|规章|(?:行政)?规范性文件|行政(?:许可|处罚|强制|复议|诉讼|事业性收费)|政府集中采购)$"
)
_TABLE_CAPTION = re.compile(r"[#* ]*附?[表图] ?[一二三四五六七八九十\d]{1,2}(?:[-.]\d)?[:、. ]")
_NUMERIC = re.compile(r"[-+]?[\d.,%/\s-]+(?:[万亿]?[件项次份人个条起家元])?")
_UNIT = re.compile(r"[条件个次人篇场份元项家种]|万[元人次]|人次|%")
_ROW_TAIL = re.compile(r"(?:[ \t]+[-\d.%]+){2,}$")


def is_chrome(line: str) -> bool:
    """Whether a line is navigation, a share button, a source of clicks: no part of a report."""
    if _NOTICE.match(line):
        return True
    if "。" in line and len(line) > 16:
        return len(line) < _SHORT and bool(_PAGE_SENTENCE.search(line))
    return len(line) < 3 * _SHORT and bool(_CHROME.search(line) or _PAGE_SENTENCE.search(line))


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a printed page."""
    return len(line) < 20 and bool(_PAGE_NUMBER.fullmatch(line))


def is_bare_number(line: str) -> bool:
    """Whether a line holds nothing but a small number: a page number, or a table's cell."""
    return len(line) < 4 and bool(_BARE_NUMBER.fullmatch(line))


def is_card(line: str) -> bool:
    """Whether a line is a field of a catalogue card (索引号, 发布机构, 内容概述)."""
    return bool(_CARD.match(line))


def is_source(line: str) -> bool:
    """Whether a line tells where and when the page was published."""
    return len(line) < _SHORT and bool(_SOURCE.search(line)) and not _CLOCK.search(line)


def opens_annex(line: str) -> bool:
    """Whether a line opens what stands after a report: attachments, glossaries, links."""
    return len(line) < _SHORT and "。" not in line and bool(_ANNEX.match(line))


def opens_page_foot(line: str) -> bool:
    """Whether a line opens the foot of a web page."""
    if _NOTICE.match(line):
        return True
    return len(line) < _SHORT and "。" not in line and bool(_AFTER.match(line))


def glued_foot(line: str) -> int | None:
    """Where the page's foot begins in a line that a report ends with, if it was glued to it."""
    stop = line.rfind("。") + 1
    rest = line[stop:].lstrip()
    if stop and rest and _GLUED.match(rest):
        return len(line) - len(rest)
    return None


def is_form_row(line: str) -> bool:
    """Whether a line is a row of the statistical form that disclosure reports must contain."""
    return len(line) < 60 and bool(_FORM_ROW.match(line.replace(" ", "")))


def is_table_caption(line: str) -> bool:
    """Whether a line is the caption of a table or figure (表二：……), as a heading or not."""
    return len(line) < 60 and "。" not in line and bool(_TABLE_CAPTION.match(line))


def is_cell(line: str) -> bool:
    """Whether a line looks like a cell, or a row, of a table."""
    if len(line) > _SHORT or "。" in line:
        return False
    if line.count("|") > 1 or line.count("\t") > 1:
        return True
    return bool(_NUMERIC.fullmatch(line) or _ROW_TAIL.search(line)) or is_form_row(line)


def is_numeric(line: str) -> bool:
    """Whether a line is a number with at most its unit."""
    return len(line) < 16 and bool(_NUMERIC.fullmatch(line) or _UNIT.fullmatch(line))
