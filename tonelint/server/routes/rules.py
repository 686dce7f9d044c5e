"""`GET /v1/rules` and `GET /v1/rules/{id}`: what is looked for, and why."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from tonelint.config import closest
from tonelint.ruleset import RuleInfo
from tonelint.server.answers import PROBLEMS, RuleAnswer, RulesAnswer
from tonelint.server.problems import Problem, language_of
from tonelint.server.service import service_of

router = APIRouter(prefix="/v1", tags=["rules"])

Lang = Annotated[Literal["ru", "en"] | None, Query(description="The language of the texts.")]


@router.get(
    "/rules", summary="List the rules", response_model=None, responses={200: {"model": RulesAnswer}, **PROBLEMS}
)
async def rules(
    request: Request,
    lang: Lang = None,
    category: Annotated[str | None, Query(max_length=100, description="Only the rules of one category.")] = None,
) -> dict[str, Any]:
    """Every rule with its standing and its title. `in_force` says whether it runs when nothing is selected."""
    checker = await service_of(request).checker()
    told = lang or language_of(request)
    infos = (checker.ruleset.info(name) for name in sorted(checker.ruleset.rules))
    listed = [_brief(info, told) | {"in_force": info.id in checker.rules} for info in infos]
    return {
        "ruleset": checker.ruleset.digest,
        "rules": [rule for rule in listed if category is None or rule["category"] == category],
    }


@router.get(
    "/rules/{rule:path}",
    summary="Show one rule",
    response_model=None,
    responses={200: {"model": RuleAnswer}, **PROBLEMS},
)
async def rule(request: Request, rule: str, lang: Lang = None) -> dict[str, Any]:
    """What the rule flags and why, with its own examples in each language and its sources."""
    checker = await service_of(request).checker()
    if rule not in checker.ruleset.rules:
        meant = closest(rule[:100], list(checker.ruleset.rules))
        raise Problem("not-found", say="no-rule-but" if meant else "no-rule", rule=rule[:100], meant=meant)
    info, told = checker.ruleset.info(rule), lang or language_of(request)
    return _brief(info, told) | {
        "in_force": rule in checker.rules,
        "message": info.message[told],
        "why": " ".join(info.why[told].split()),
        "see": dict(info.see),
        "examples": {
            language: {"flags": _texts(side.get("bad", ())), "leaves_alone": _texts(side.get("good", ()))}
            for language, side in info.sides.items()
        },
    }


def _brief(info: RuleInfo, language: str) -> dict[str, Any]:
    return {
        "id": info.id,
        "category": info.category,
        "title": info.title[language],
        "severity": info.severity,
        "confidence": info.confidence,
        "evidence": info.evidence,
        "status": info.status,
        "languages": list(info.languages),
        "roles": list(info.roles),
    }


def _texts(examples: Any) -> list[str]:
    return [each if isinstance(each, str) else str(each["text"]) for each in examples]
