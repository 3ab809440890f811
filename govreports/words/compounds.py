"""Entries of jieba's dictionary that are two words or more by the PKU convention.

jieba lists thousands of phrases (社会保障, 充分发挥, 进一步提高) as words, and a dictionary
without them segments in the convention's grain. The rule: an entry of four characters or more
is struck out if it is a chain of other entries of two characters or more, each with a frequency
of 100 or more in the dictionary. Words that the rule would part and the convention keeps
(社会主义, 人民政府) are listed in ``data/base_words.csv``, which has the last word.

``python -m govreports.words.compounds > govreports/data/base_compounds.txt`` writes the list.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

import jieba

COMMON = 100
_WORD, _COMPOUND = 2, 4


def jieba_frequencies() -> dict[str, int]:
    """The words of jieba's own dictionary with their frequencies."""
    with jieba.Tokenizer().get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    return {word: int(frequency) for word, frequency, *_ in map(str.split, lines)}


def compounds(frequencies: Mapping[str, int], common: int = COMMON) -> list[str]:
    """The entries that are chains of common entries, in the order of the dictionary.

    >>> words = {"社会": 900, "保障": 300, "社会保障": 50, "实事": 150, "求是": 3, "实事求是": 40}
    >>> compounds(words)
    ['社会保障']
    """
    parts = {word for word, frequency in frequencies.items() if frequency >= common}
    return [word for word in frequencies if len(word) >= _COMPOUND and _is_chain(word, parts)]


def _is_chain(word: str, parts: Container[str]) -> bool:
    return any(
        word[:cut] in parts and (word[cut:] in parts or _is_chain(word[cut:], parts))
        for cut in range(_WORD, len(word) - _WORD + 1)
    )


if __name__ == "__main__":
    print("\n".join(compounds(jieba_frequencies())))
