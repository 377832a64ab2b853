from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemogen.cycles import cycles, on_circles

NODES = "abcdef"
GRAPHS = st.dictionaries(st.sampled_from(NODES), st.sets(st.sampled_from(NODES)))


def reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        for target in graph[ahead.pop()]:
            if target in graph and target not in found:
                found.add(target)
                ahead.append(target)
    return found


@given(GRAPHS)
def test_what_leads_back_to_itself_or_lies_between_two_that_do_is_found(graph: dict[str, set[str]]) -> None:
    back = {node for node in graph if node in reachable(graph, node)}
    between = {
        node for node in graph if any(node in reachable(graph, each) for each in back) and back & reachable(graph, node)
    }
    assert on_circles(graph) == back | between


def test_a_long_chain_has_no_circle() -> None:
    chain = {str(number): {str(number + 1)} for number in range(5000)}
    assert on_circles(chain) == frozenset()
    assert len(on_circles({**chain, "5000": {"0"}})) == 5001


@given(GRAPHS)
def test_a_cycle_is_a_group_of_nodes_that_lead_to_each_other(graph: dict[str, set[str]]) -> None:
    ways = {node: reachable(graph, node) for node in graph}
    groups = {frozenset(each for each in ways[node] if node in ways[each]) for node in graph if node in ways[node]}
    found = cycles(graph)
    assert {frozenset(group) for group in found} == groups
    assert len(found) == len(groups)
    assert all(group == sorted(group, key=list(graph).index) for group in found)


def test_the_longest_cycle_needs_no_recursion() -> None:
    ring = {str(number): {str((number + 1) % 5000)} for number in range(5000)}
    assert cycles(ring) == [list(ring)]
