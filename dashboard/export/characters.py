"""Which characters a file may hold: file names and broken articles bring others."""

import re

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")


def in_xml(text: str) -> str:
    r"""Leave out what no XML 1.0 may hold: control characters, surrogates, U+FFFE, U+FFFF.

    >>> in_xml("a\x00b\uffffc")
    'abc'
    """
    return _NO_XML.sub("", text)


def in_utf8(text: str) -> str:
    r"""Put the replacement character for single surrogates, which UTF-8 cannot say.

    >>> ascii(in_utf8("caf\udce9.txt"))
    "'caf\\ufffd.txt'"
    """
    return _HALF.sub("\ufffd", text)
