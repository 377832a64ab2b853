"""Reports to render: one with everything in it, one hostile, and a strategy that makes any."""

from __future__ import annotations

from hypothesis import strategies as st

from nemogen.errors import Location
from nemogen.findings import Direction, Finding, Level
from nemogen.report import ApiReport, Report, State, Subject, VersionStep

BREAKING = Finding(
    id="response-property-removed",
    level=Level.BREAKING,
    message="the property `model` is gone",
    area="response",
    direction=Direction.RESPONSE,
    operation="POST /chats",
    key="model",
    base=Location("specs/pets/openapi.json", "/paths/~1chats", 10, 3),
    revision=Location("specs/pets/openapi.json", "/paths/~1chats/post", 12, 5),
    locations=(Location("specs/pets/openapi.json", "/paths/~1v2", 40, 7),),
    count=63,
)
ADDITIVE = Finding(id="operation-added", level=Level.ADDITIVE, message="a new operation", operation="GET /pets")
DOCS = Finding(id="description-changed", level=Level.DOCS, message="reworded")
ACCEPTED = Finding(id="server-changed", level=Level.BREAKING, message="another server", key="servers")

FULL = Report(
    "check",
    (
        ApiReport(
            "pets",
            (
                Subject("upstream", State.BREAKING, "", (DOCS, ADDITIVE, BREAKING), (ACCEPTED,)),
                Subject("lock", State.OK),
                Subject("generated", State.OUTDATED, "the pin changed since"),
                Subject("recordings", State.NOT_CHECKED, "the folder cannot be read"),
            ),
            VersionStep("0.1.0", "0.2.0"),
        ),
        ApiReport("zoo", (Subject("upstream", State.SKIPPED, "--offline"), Subject("lock", State.OK))),
    ),
    fail_on=Level.ADDITIVE,
)

POISON = (
    "\x1b[31m\r\n::stop-commands::x\n</td><script>alert(1)</script> "
    "@octocat fixes #1 [a](http://evil.test) | `x` \u202e"
)

HOSTILE = Report(
    "diff",
    (
        ApiReport(
            POISON,
            (
                Subject(
                    POISON,
                    State.RISKY,
                    POISON,
                    (
                        Finding(
                            id=POISON,
                            level=Level.RISKY,
                            message=POISON,
                            area=POISON,
                            operation=POISON,
                            key=POISON,
                            revision=Location(POISON, POISON),
                        ),
                    ),
                ),
            ),
            VersionStep(POISON, POISON),
        ),
    ),
    fail_on=Level.BREAKING,
)

TEXTS = st.text(max_size=12) | st.sampled_from([POISON, "\ud800", "\ufffe", "", "%0A", "a:b,c", "\x7f", "]]>"])
PLACES = st.none() | st.builds(
    Location, TEXTS, TEXTS, line=st.none() | st.integers(1, 99), column=st.none() | st.integers(1, 99)
)
FINDINGS = st.builds(
    Finding,
    id=TEXTS.filter(bool),
    level=st.sampled_from(Level),
    message=TEXTS,
    help=TEXTS,
    area=TEXTS,
    direction=st.sampled_from(Direction),
    operation=TEXTS,
    key=TEXTS,
    base=PLACES,
    revision=PLACES,
    count=st.integers(1, 70),
)
SUBJECTS = st.builds(
    Subject, TEXTS, st.sampled_from(State), TEXTS, st.lists(FINDINGS, max_size=4).map(tuple), st.just(())
)
REPORTS = st.builds(
    Report,
    st.sampled_from(["check", "diff"]),
    st.lists(
        st.builds(
            ApiReport,
            TEXTS,
            st.lists(SUBJECTS, max_size=3).map(tuple),
            st.none() | st.builds(VersionStep, TEXTS, TEXTS),
        ),
        max_size=3,
    ).map(tuple),
    st.none() | st.sampled_from(Level),
)
