"""What APIs call the parameters and fields that page through results: plain names, the surest first."""

from __future__ import annotations

from typing import Final

CURSORS: Final = (
    (
        ("cursor", "pagetoken", "nextpagetoken", "nexttoken", "nextcursor", "startcursor", "aftercursor", "pagecursor",
         "continuationtoken", "continuation", "continue", "paginationtoken", "startingtoken", "pageafter", "after",
         "startingafter", "startafter", "marker", "bookmark", "scrollid", "startkey", "exclusivestartkey", "iterator",
         "searchafter", "resumptiontoken", "cursorid", "cursormark", "cursortoken", "pagestate", "pagekey", "lastkey",
         "lastevaluatedkey", "nextkey", "nextid", "skiptoken", "continuationkey", "scrolltoken", "fromcursor", "token"),
        ("nextcursor", "nextpagetoken", "nextpagecursor", "nexttoken", "nextcontinuationtoken", "nextpagekey",
         "endcursor", "nextmarker", "nextbookmark", "nextpaginationtoken", "paginationtoken", "continuationtoken",
         "continuation", "continue", "scrollid", "lastevaluatedkey", "nextkey", "nextid", "nextafter", "after",
         "cursor", "bookmark", "marker", "pagetoken", "nextiterator", "searchafter", "resumptiontoken",
         "nextcursormark", "nextcursorid", "cursornext", "nextpagestate", "pagestate", "nextpageid", "nextpagestart",
         "nextstartkey", "nextscrollid", "nextskiptoken", "nextpage", "next"),
    ),
    (("continuefrom", "continueafter"), ("lastid", "lastkey")),
    (("page", "pagenumber", "pageno"), ("nextpage", "nextpagenumber")),
    (("offset", "skip", "start", "pageoffset"), ("nextoffset", "nextskip", "nextstart")),
    (("page", "pagenumber", "pageno", "pagenum", "until"), ("next", "nextuntil")),
)  # fmt: skip
"""Parameters, and the fields whose value they take for the next page; plain names, the surest first."""

COUNTED: Final = frozenset({"next", "nextuntil"})
"""Fields that a number of a page, or a bound in time, takes only if they are declared as numbers."""

LAST: Final = (
    ("after", "startingafter", "afterid", "startafter", "startafterid", "pageafter", "lastid", "since"),
    ("lastid", "last", "lastsequence", "lastseq", "lastindex"),
)
"""The same, where the response says whether there is more: the value is there on the last page too."""

LAST_IDS: Final = ("startingafter", "afterid", "startafterid", "startafter")
"""Parameters that take the id of the last item, by convention."""

OPAQUE: Final = ("cursor", "iterator", "locator", "token", "marker", "bookmark", "continuation", "scrollid")
"""The ends of names that mean nothing to a caller: what a response has under such a name, the next request takes."""

DONE: Final = (
    "done", "isdone", "islast", "islastpage", "lastpage", "last", "finished", "isfinished", "isfinalpage",
    "endofresults", "endoflist", "exhausted",
)  # fmt: skip
"""Fields that are true on the last page."""

MORE: Final = (
    "hasmore", "hasnext", "hasnextpage", "hasmoreitems", "hasmoreresults", "hasmorerecords", "hasmoredata",
    "hasmorepages", "more", "moreavailable", "moreresults", "morepages", "ismore", "istruncated", "truncated",
)  # fmt: skip
TOTALS: Final = (
    "total", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords", "totalhits", "numfound",
    "totalrecordcount", "totalitemcount", "totalresultcount", "totalentries", "totalentrycount", "totalrows",
    "totalnumber", "totalsize", "recordstotal", "totalnumberofresults", "totalnumberofrecords", "nbhits",
)  # fmt: skip
PAGES: Final = (
    "totalpages", "totalpage", "totalpagecount", "pagecount", "lastpage", "maxpage", "pagestotal", "pagetotal",
    "numpages", "nbpages", "pages", "numberofpages", "totalnumberofpages", "lastpagenumber",
)  # fmt: skip
SIZES: Final = (
    "limit", "perpage", "pagesize", "pagelimit", "size", "itemsperpage", "maxresults", "maxitems", "resultsperpage",
    "take", "top", "count", "max", "rows", "rpp", "n", "maxcount", "rowcount", "pagelen", "pagelength", "numresults",
    "numberofresults", "maxrecords", "recordsperpage", "hitsperpage", "entriesperpage", "numperpage", "maxpagesize",
    "batchsize", "numitems", "recordlimit", "recordcount", "results", "length", "num", "nb", "amount",
)  # fmt: skip
OFFSETS: Final = (
    "offset", "skip", "pageoffset", "startindex", "startat", "start", "startposition", "limitstart", "firstresult",
    "startrow", "firstrow", "recordoffset", "startrecord", "firstrecord", "startitem", "firstitem", "startingindex",
    "startfrom", "startoffset", "offsetstart", "startnum", "startnumber", "startno", "startpos", "resultoffset",
    "rowoffset", "itemoffset", "skipcount", "beginindex", "fromindex", "recordstart", "rowstart", "pagestart",
    "from", "first", "begin",
)  # fmt: skip
AMBIGUOUS_OFFSETS: Final = frozenset({"start", "from", "first", "begin"})
ENDS: Final = ("to", "until", "end", "last")
"""Parameters beside one of these names which show that it begins a range, and does not count."""

NUMBERS: Final = (
    "page", "pagenumber", "pageno", "pagenum", "pagenr", "pageindex", "currentpage", "startpage", "pagina", "paged",
    "pg", "p",
)  # fmt: skip
LINKS: Final = (
    "next", "nexturl", "nextlink", "nexturi", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink", "nextpage",
    "odatanextlink",
)  # fmt: skip
URL_FORMATS: Final = frozenset({"uri", "url", "uri-reference", "iri"})
NEXT: Final = frozenset({"next", "nextpage"})
"""Objects that hold what chooses the next page."""
OF_LINKS: Final = frozenset({"links"})
"""Objects whose properties are addresses (JSON:API, HAL)."""
SURE_LINKS: Final = frozenset(LINKS) - {"next", "nextpage"}
