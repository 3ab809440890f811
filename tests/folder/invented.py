"""A folder of invented reports, several kinds of files, and some that are no reports."""

from pathlib import Path

SUBJECTS = [
    "加强行政执法监督，开展案卷评查{n}次，评查案卷{m}份，通报问题{n}个，督促整改到位。",
    "深化政务公开，主动公开信息{m}条，办理依申请公开{n}件，均按期答复申请人。",
    "化解矛盾纠纷，受理行政复议案件{n}件，审结{n}件，组织人民调解{m}次，化解矛盾{n}起。",
    "开展法治宣传教育，举办讲座{n}场，发放资料{m}份，组织领导干部学法{n}次。",
    "优化营商环境，取消证明事项{n}项，压缩办理时限{m}%，新增市场主体{m}户。",
    "规范重大行政决策，合法性审查文件{n}件，法律顾问参与合同审查{m}份。",
]


def report(place: str, year: int, seed: int = 1) -> str:
    """An invented report; another seed gives other figures and another order."""
    lines = [
        subject.format(n=3 + (seed * 7 + i) % 40, m=50 + (seed * 13 + i * 5) % 400)
        for i, subject in enumerate(SUBJECTS)
    ]
    turned = lines[seed % 6 :] + lines[: seed % 6]
    body = "\n".join(f"（{mark}）{line}" for mark, line in zip("一二三四五六", turned, strict=True))
    return (
        f"{place}人民政府{year}年法治政府建设情况报告\n"
        f"{year}年，{place}坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下。\n"
        f"一、主要工作\n{body}\n二、存在问题\n{place}执法力量与任务还不够匹配。\n"
        f"三、下一步打算\n{place}将继续完善执法制度，加强队伍建设。\n"
        f"{place}人民政府\n{year + 1}年1月{10 + seed % 15}日\n"
    )


def fill(folder: Path) -> None:
    """Write reports of two places over three years, a duplicate, a page, and what is no report."""
    for number, (place, year) in enumerate(
        [("云台县", 2021), ("云台县", 2022), ("石桥县", 2021), ("石桥县", 2022), ("石桥县", 2023)]
    ):
        inside = folder / ("a" if place == "云台县" else "b")
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{year}.txt").write_text(report(place, year, number + 1), encoding="utf-8")
    (folder / "copy.txt").write_text(report("云台县", 2021, 1) + "\n\n", encoding="utf-8")
    page = "".join(f"<p>{line}</p>" for line in report("临河县", 2022, 9).splitlines())
    (folder / "page.html").write_text(f"<!DOCTYPE html><html><body>{page}</body></html>", "utf-8")
    (folder / "english.txt").write_text("No report, and not in Chinese at all.", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "notes.xlsx").write_bytes(b"not looked at")
