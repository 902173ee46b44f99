"""The answer to a case as plain values, as other programs read it (product description)."""

from collections.abc import Mapping
from typing import Any

from stk_graph.case.facts import Understanding
from stk_graph.case.hits import CaseAnswer, Hit, Lotse
from stk_graph.language import _
from stk_graph.model import Actor, Area, Contact, Offer
from stk_graph.times.slot_words import slot_words
from stk_graph.vocabulary import label


def answer_json(answer: CaseAnswer, areas: Mapping[str, Area] | None = None) -> dict[str, Any]:
    """``notices``, ``safety``, ``understood``, ``hits``, ``fallback`` and ``reachable``.

    ``reachable``: at least one hit or Lotse has a phone number or a mail address.
    """
    case = answer.understood
    hits = [_hit(rank, hit) for rank, hit in enumerate(answer.hits, start=1)]
    fallback = [_lotse(lotse) for lotse in answer.fallback]
    return {
        "notices": [{"code": notice.code, "message": notice.message} for notice in answer.notices],
        "safety": {
            "kind": case.safety[0].value if case.safety else None,
            "kinds": [flag.value for flag in case.safety],
            "message": answer.safety_message,
        },
        "understood": _understood(case, areas or {}),
        "hits": hits,
        "fallback": fallback,
        "reachable": any(_is_reachable(entry["contact"]) for entry in (*hits, *fallback)),
    }


def _is_reachable(contact: dict[str, Any]) -> bool:
    return bool(contact["phone"] or contact["email"])


def _understood(case: Understanding, areas: Mapping[str, Area]) -> dict[str, Any]:
    area = areas.get(case.area or "")
    lows = [age.low for age in case.ages if age.low is not None]
    return {
        "occasions": list(case.occasions),
        "offer_kinds": list(case.offer_kinds),
        "age": _number(lows[0]) if lows else None,
        "ages": [[_number(age.low), _number(age.high)] for age in case.ages],
        "target_groups": list(case.stated_groups or case.groups),
        "area": area.name if area is not None else case.area,
        "language": case.language,
        "when": slot_words(case.when) if case.when else None,
        "urgent": case.urgent,
        "free": case.free,
        "words": list(dict.fromkeys(item.words for item in case.evidence)),
    }


def _number(age: float | None) -> float | int | None:
    return int(age) if age is not None and age == int(age) else age


def _named(record: Offer | Actor | None, name: str | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {"id": record.id, "source_id": record.source_id, "name": name}


def _actor(actor: Actor | None) -> dict[str, Any] | None:
    return _named(actor, actor.name if actor is not None else None)


def _offer(offer: Offer | None) -> dict[str, Any] | None:
    return _named(offer, offer.title if offer is not None else None)


def _contact(
    contact: Contact | None, deputy: Contact | None, phone: str | None, mail: str | None
) -> dict[str, Any]:
    return {
        "id": contact.id if contact is not None else None,
        "name": contact.name if contact is not None else None,
        "role": contact.title if contact is not None else None,
        "phone": phone,
        "email": mail,
        "deputy": deputy.name if deputy is not None else None,
    }


def _hit(rank: int, hit: Hit) -> dict[str, Any]:
    return {
        "rank": rank,
        "offer": _offer(hit.offer),
        "actor": _actor(hit.actor),
        "contact": _contact(hit.contact, hit.deputy, hit.phone, hit.mail),
        "score": round(hit.score, 3),
        "good": hit.good,
        "offer_kind": hit.kind,
        "fit": {name: fit.value for name, fit in hit.fit.items()},
        "why": [hit.why],
        "unknown": list(hit.unknown),
        "access": hit.access,
        "notes": list(hit.notes),
        "path": list(hit.path.names) if hit.path is not None else [],
        "also": [_offer(offer) for offer in hit.also],
    }


def _lotse(lotse: Lotse) -> dict[str, Any]:
    records = (lotse.contact, lotse.offer, lotse.actor)
    phones = [record.phones[0].number for record in records if record is not None and record.phones]
    mails = [record.mail for record in records if record is not None and record.mail]
    words = _("Lotse: {kind}") if lotse.actor is not None else _("Nicht erfasst: {kind}")
    return {
        "kind": lotse.kind,
        "label": words.format(kind=label(lotse.kind, "offer_kind")),
        "offer": _offer(lotse.offer),
        "actor": _actor(lotse.actor),
        "contact": _contact(
            lotse.contact, None, phones[0] if phones else None, mails[0] if mails else None
        ),
        "unknown": list(lotse.unknown),
    }
