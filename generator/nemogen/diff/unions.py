"""Compares allOf, oneOf and anyOf: branches by meaning, schemas that became a branch, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nemogen.contract_form import keywords
from nemogen.contract_form.document import Contract
from nemogen.contract_form.schema import Node
from nemogen.diff.match_schemas import Matched, branch_name
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.type_compatibility import implied_types, spelled

NAMES = {"oneOf": "one-of", "anyOf": "any-of", "allOf": "all-of"}
EITHER = ("oneOf", "anyOf")

Groups = Mapping[str, list[Node]]


def compare_unions(walk: Walk, pair: Pair) -> bool:
    """Note what became of the branches. True where one side became a branch of the other: then all is said."""
    base, revision = _groups(walk.base, pair.base), _groups(walk.revision, pair.revision)
    if revision and not base and not pair.base.folded:
        return _wrapped(walk, pair, revision)
    if base and not revision and not pair.revision.folded:
        return _unwrapped(walk, pair, base)
    if base or revision:
        _compare_either(
            walk,
            pair,
            base or _unfolded(walk.base, pair.base, revision),
            revision or _unfolded(walk.revision, pair.revision, base),
        )
    _compare_all_of(walk, pair)
    _compare_discriminator(walk, pair)
    return False


def _groups(contract: Contract, node: Node) -> Groups:
    return {
        keyword: [contract.shapes.node(spot) for spot in node.unions[keyword]]
        for keyword in EITHER
        if keyword in node.unions
    }


def _unfolded(contract: Contract, node: Node, other: Groups) -> Groups:
    """A type list as the union that the other side is."""
    return {next(iter(other)): [contract.shapes.node(spot) for spot in node.folded]}


def _compare_either(walk: Walk, pair: Pair, base: Groups, revision: Groups) -> None:
    kept = base.keys() & revision.keys()
    for keyword in EITHER:
        if keyword in kept:
            _compare_branches(walk, pair, keyword, keyword, walk.matcher.branches(base[keyword], revision[keyword]))
    old, new = (next((key for key in groups if key not in kept), None) for groups in (base, revision))
    if old and new:
        change = "union-loosened" if new == "anyOf" else "union-tightened"
        walk.log.schema(change, pair.context, pair.base.locate(old), pair.revision.locate(new))
        _compare_branches(walk, pair, old, new, walk.matcher.branches(base[old], revision[new]))
    elif old:
        _compare_branches(walk, pair, old, old, Matched((), tuple(base[old]), ()))
    elif new:
        _compare_branches(walk, pair, new, new, Matched((), (), tuple(revision[new])))


def _compare_branches(walk: Walk, pair: Pair, old: str, new: str, matched: Matched) -> None:
    for left, right in matched.pairs:
        walk.push(Pair(left, right, pair.context.below(f"({branch_name(walk.revision, right)})")))
    for node in matched.removed:
        places = node.pointer, pair.revision.locate(new)
        walk.log.schema(f"{NAMES[old]}-removed", pair.context, *places, value=branch_name(walk.base, node))
    for node in matched.added:
        places = pair.base.locate(old), node.pointer
        walk.log.schema(f"{NAMES[new]}-added", pair.context, *places, value=branch_name(walk.revision, node))


def _wrapped(walk: Walk, pair: Pair, revision: Groups) -> bool:
    keyword, branches = next(iter(revision.items()))
    best = walk.matcher.best(pair.base, branches, is_base=True)
    places = pair.base.pointer, pair.revision.locate(keyword)
    if best is None:
        _changed_to(walk, pair, places)
        return True
    others = [node for node in branches if node is not best]
    change = f"wrapped-in-{NAMES[keyword]}"
    if keyword == "oneOf" and _are_disjoint(best, others):
        change = "one-of-added"
    names = ", ".join(branch_name(walk.revision, node) for node in others)
    walk.log.schema(change, pair.context, *places, value=names)
    walk.push(Pair(pair.base, best, pair.context, is_branch=True))
    return True


def _unwrapped(walk: Walk, pair: Pair, base: Groups) -> bool:
    keyword, branches = next(iter(base.items()))
    best = walk.matcher.best(pair.revision, branches, is_base=False)
    places = pair.base.locate(keyword), pair.revision.pointer
    if best is None:
        _changed_to(walk, pair, places)
        return True
    others = [node for node in branches if node is not best]
    names = ", ".join(branch_name(walk.base, node) for node in others)
    is_disjoint = keyword == "oneOf" and _are_disjoint(best, others)
    change = "one-of-removed" if is_disjoint else f"unwrapped-from-{NAMES[keyword]}"
    walk.log.schema(change, pair.context, *places, value=names)
    walk.push(Pair(best, pair.revision, pair.context, is_branch=True))
    return True


def _changed_to(walk: Walk, pair: Pair, places: tuple[str, str]) -> None:
    """A schema and a union that have nothing in common, or a schema that allowed anything."""
    change = "type-changed"
    if pair.revision.says_nothing:
        change = "type-generalized"
    elif pair.base.says_nothing and not pair.context.is_sent:
        change = "type-specialized"
    old, new = (_form(node) for node in (pair.base, pair.revision))
    walk.log.schema(change, pair.context, *places, old=old, new=new)


def _form(node: Node) -> str:
    return "a choice" if any(key in node.unions for key in EITHER) else spelled(node, node.types)


def _are_disjoint(best: Node, others: Sequence[Node]) -> bool:
    """Whether no value matches the branch and another one, as far as types tell."""
    own = implied_types(best)
    return bool(own) and all(implied_types(node) and not own & implied_types(node) for node in others)


def _compare_all_of(walk: Walk, pair: Pair) -> None:
    base = [walk.base.shapes.node(spot) for spot in pair.base.unions.get("allOf", ())]
    revision = [walk.revision.shapes.node(spot) for spot in pair.revision.unions.get("allOf", ())]
    if not base and not revision:
        return
    matched = walk.matcher.branches(base, revision)
    for left, right in matched.pairs:
        walk.push(Pair(left, right, pair.context.below(f"({branch_name(walk.revision, right)})")))
    for node in matched.removed:
        places = node.pointer, pair.revision.locate("allOf")
        walk.log.schema(f"all-of-removed{_ending(node)}", pair.context, *places, value=branch_name(walk.base, node))
    for node in matched.added:
        places = pair.base.locate("allOf"), node.pointer
        walk.log.schema(f"all-of-added{_ending(node)}", pair.context, *places, value=branch_name(walk.revision, node))


def _ending(node: Node) -> str:
    says = node.facts.keys() - keywords.ANNOTATIONS
    is_more = says or node.single or node.named or node.unions or node.tuple_items or node.unresolved
    return "" if is_more else "-annotation-only"


def _compare_discriminator(walk: Walk, pair: Pair) -> None:
    base, revision, context = pair.base, pair.revision, pair.context
    places = base.locate("discriminator"), revision.locate("discriminator")
    old, new = base.facts.get("discriminator"), revision.facts.get("discriminator")
    if old is None and new is None:
        return
    if old is None or new is None:
        change = "discriminator-added" if old is None else "discriminator-removed"
        walk.log.schema(change, context, *places, old=old or "", new=new or "")
        return
    if old != new:
        walk.log.schema("discriminator-property-name-changed", context, *places, old=old, new=new)
    for change, tags in (
        ("added", revision.mapping.keys() - base.mapping.keys()),
        ("deleted", base.mapping.keys() - revision.mapping.keys()),
    ):
        if tags:
            walk.log.schema(f"discriminator-mapping-{change}", context, *places, value=", ".join(sorted(tags)))
    for tag in sorted(base.mapping.keys() & revision.mapping.keys()):
        was, is_ = (node.mapping[tag].rsplit("/", 1)[-1] for node in (base, revision))
        if was != is_:
            walk.log.schema("discriminator-mapping-changed", context, *places, value=tag, old=was, new=is_)
